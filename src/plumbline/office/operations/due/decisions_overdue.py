"""Decisions that should have been taken by now."""

from __future__ import annotations

from datetime import date

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.registers.queries.finding import overdue_by

TITLE = "Decisions overdue"
EMPTY = "No decision is overdue."
ORDER = 130
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    late = Entry.objects.filter(
        overdue_by(day), organisation=organisation, kind=Kind.DECISION, project__archived_at=None
    )
    if person:
        late = late.filter(decider=person)
    with_decider = late.select_related("project", "decider").order_by("due_on", "pk")
    return first_of(with_decider, most, lambda each: row(organisation, each))


def row(organisation: Organisation, entry: Entry) -> DueRow:
    there = address("registers:entry", organisation, entry.project_id, entry.pk)
    return DueRow(
        what=str(entry),
        url=there,
        deed="Bring it to its decider",
        deed_url=there,
        on=entry.due_on,
        who=str(entry.decider or ""),
        detail=str(entry.project),
    )
