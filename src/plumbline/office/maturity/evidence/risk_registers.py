"""Whether every running project keeps a register of its risks."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from plumbline.office.maturity.measured import Measured, share_of_projects
from plumbline.office.people.models import Organisation
from plumbline.office.registers.models import Kind

TITLE = "Risk registers"


def measured(organisation: Organisation, day: date) -> Measured:
    holds = Q(entries__kind=Kind.RISK)
    return share_of_projects(
        organisation, holds, "running projects have at least one risk in their register.", "projects:list"
    )
