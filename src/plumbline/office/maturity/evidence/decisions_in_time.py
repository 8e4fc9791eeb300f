"""Whether decisions are taken by their day."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q

from plumbline.office.maturity.measured import Measured, address, share
from plumbline.office.people.models import Organisation
from plumbline.office.registers.models import Entry, Kind

TITLE = "Decisions"


def measured(organisation: Organisation, day: date) -> Measured:
    open_ones = Entry.objects.filter(
        organisation=organisation, project__archived_at=None, kind=Kind.DECISION, closed_at=None, due_on__isnull=False
    )
    counted = open_ones.aggregate(asked=Count("pk"), kept=Count("pk", filter=Q(due_on__gte=day)))
    there = address("registers:all", organisation, Kind.DECISION.value)
    words = "open decisions are not late yet."
    return share(counted["kept"], counted["asked"], words, "No open decision has a day.", there)
