"""What somebody of the office took upon themselves in a one-to-one, and the day for it has come. Seen by them alone."""

from __future__ import annotations

from datetime import date

from plumbline.office.leading.models import AgreedAction
from plumbline.office.leading.queries import agreed
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person

TITLE = "Agreed in your one-to-ones"
EMPTY = "Nothing that you agreed in a one-to-one is due."
ORDER = 205
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    """Nobody else sees what was agreed, so without a person there is nothing."""
    if person is None:
        return Found([], 0)
    return first_of(agreed(organisation, person).filter(due_on__lte=day), most, lambda each: row(organisation, each))


def row(organisation: Organisation, action: AgreedAction) -> DueRow:
    there = address("leading:one_to_one", organisation, action.one_to_one_id)
    return DueRow(
        what=action.text,
        url=there,
        deed="Do it",
        deed_url=there,
        on=action.due_on,
        who=str(action.owner),
        detail=str(action.one_to_one),
    )
