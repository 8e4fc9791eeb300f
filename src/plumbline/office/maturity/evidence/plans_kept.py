"""Whether every running project has a plan of these weeks."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q

from plumbline.office.maturity.measured import Measured, share_of_projects
from plumbline.office.people.models import Organisation

TITLE = "Plans"
LATELY = timedelta(days=45)


def measured(organisation: Organisation, day: date) -> Measured:
    holds = Q(current_plan__recorded_at__date__gt=day - LATELY)
    words = f"running projects have a plan that was recorded in the last {LATELY.days} days."
    return share_of_projects(organisation, holds, words, "projects:list")
