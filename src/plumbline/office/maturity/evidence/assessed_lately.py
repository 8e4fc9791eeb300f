"""Whether every running project was held against its standard lately."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q

from plumbline.office.maturity.measured import Measured, share_of_projects
from plumbline.office.people.models import Organisation

TITLE = "Assessments"
LATELY = timedelta(days=31)


def measured(organisation: Organisation, day: date) -> Measured:
    holds = Q(standing__assessment__assessed_at__date__gt=day - LATELY)
    words = f"running projects were assessed in the last {LATELY.days} days."
    return share_of_projects(organisation, holds, words, "portfolio:overview")
