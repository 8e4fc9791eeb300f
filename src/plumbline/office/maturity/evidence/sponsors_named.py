"""Whether every running project has a sponsor."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from plumbline.office.maturity.measured import Measured, share_of_projects
from plumbline.office.people.models import Organisation

TITLE = "Sponsors"


def measured(organisation: Organisation, day: date) -> Measured:
    holds = Q(sponsor__isnull=False)
    return share_of_projects(organisation, holds, "running projects have a sponsor.", "projects:list")
