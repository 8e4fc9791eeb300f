"""Whether each open risk has an owner."""

from __future__ import annotations

from datetime import date

from django.db.models import Count

from plumbline.office.maturity.measured import Measured, address, share
from plumbline.office.people.models import Organisation
from plumbline.office.registers.models import Entry, Kind

TITLE = "Owners of risks"


def measured(organisation: Organisation, day: date) -> Measured:
    risks = Entry.objects.filter(organisation=organisation, project__archived_at=None, kind=Kind.RISK, closed_at=None)
    counted = risks.aggregate(asked=Count("pk"), kept=Count("owner"))
    there = address("registers:all", organisation, Kind.RISK.value)
    return share(counted["kept"], counted["asked"], "open risks have an owner.", "No risk is open.", there)
