"""Whether every running project keeps a list of its stakeholders."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from plumbline.office.maturity.measured import Measured, share_of_projects
from plumbline.office.people.models import Organisation

TITLE = "Stakeholders"


def measured(organisation: Organisation, day: date) -> Measured:
    holds = Q(stakes__isnull=False, stakes__ended_at=None)
    return share_of_projects(
        organisation, holds, "running projects have somebody in their register of stakeholders.", "stakeholders:shared"
    )
