"""Conditions of gates whose day has passed."""

from __future__ import annotations

from datetime import date

from plumbline.office.gates.models import Condition
from plumbline.office.gates.queries import conditions
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person

TITLE = "Conditions of gates overdue"
EMPTY = "Every condition of a gate is in time."
ORDER = 20
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    late = conditions(organisation).filter(due_on__lt=day, review__project__archived_at=None).order_by("due_on", "pk")
    if person:
        late = late.filter(owner=person)
    return first_of(late, most, lambda each: row(organisation, each))


def row(organisation: Organisation, condition: Condition) -> DueRow:
    there = address("gates:condition", organisation, condition.pk)
    is_done = condition.state == condition.State.DONE
    return DueRow(
        what=condition.text,
        url=there,
        deed="Close it or send it back" if is_done else "Follow it up",
        deed_url=there,
        on=condition.due_on,
        who=str(condition.owner),
        detail=str(condition.review.project),
    )
