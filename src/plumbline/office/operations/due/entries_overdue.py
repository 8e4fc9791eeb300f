"""Entries of registers whose day has passed; decisions have a list of their own."""

from __future__ import annotations

from datetime import date

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.registers.queries.finding import overdue_by

TITLE = "Entries of registers overdue"
EMPTY = "The registers are up to date."
ORDER = 140
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    others = [each for each in Kind if each != Kind.DECISION]
    late = Entry.objects.filter(overdue_by(day), organisation=organisation, kind__in=others, project__archived_at=None)
    if person:
        late = late.filter(owner=person)
    with_owner = late.select_related("project", "owner").order_by("due_on", "pk")
    return first_of(with_owner, most, lambda each: row(organisation, each))


def row(organisation: Organisation, entry: Entry) -> DueRow:
    there = address("registers:entry", organisation, entry.project_id, entry.pk)
    return DueRow(
        what=str(entry),
        url=there,
        deed="Follow it up",
        deed_url=there,
        on=entry.due_on,
        who=str(entry.owner or ""),
        detail=f"{entry.get_kind_display()}, {entry.project}",
    )
