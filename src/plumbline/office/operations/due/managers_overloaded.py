"""Project managers who carry more than was agreed that they can."""

from __future__ import annotations

from datetime import date

from plumbline.office.leading.queries import Over, overloaded
from plumbline.office.operations.due_query import address
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Managers with too much to carry"
EMPTY = "No manager carries more than was agreed."
ORDER = 210


def found(organisation: Organisation, day: date, most: int) -> Found:
    over = overloaded(organisation)
    return Found([row(organisation, each) for each in over[:most]], len(over))


def row(organisation: Organisation, over: Over) -> DueRow:
    return DueRow(
        what=str(over.person),
        url=f"{address('projects:list', organisation)}?manager={over.person.pk}",
        deed="Share them out",
        deed_url=address("leading:caseload", organisation),
        detail=f"{over.points} of {over.capacity} points, {over.projects} projects",
    )
