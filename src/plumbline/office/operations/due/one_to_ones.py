"""Project managers with whom nobody has talked for long."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.leading.queries import due_again
from plumbline.office.leading.queries.one_to_ones import WEEKS_BETWEEN, Overdue
from plumbline.office.operations.due_query import address
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "One-to-ones due again"
EMPTY = "Whoever had a one-to-one had the last less than six weeks ago, or has the next one planned."
ORDER = 220


def found(organisation: Organisation, day: date, most: int) -> Found:
    rows, total = due_again(organisation, day, most)
    return Found([row(organisation, each) for each in rows], total)


def row(organisation: Organisation, overdue: Overdue) -> DueRow:
    return DueRow(
        what=str(overdue.person),
        url=address("leading:profile", organisation, overdue.person.pk),
        deed="Plan one",
        deed_url=address("leading:plan_one_to_one", organisation, overdue.person.pk),
        on=overdue.last.date() + timedelta(weeks=WEEKS_BETWEEN),
        detail=f"the last was on {overdue.last:%-d %B %Y}",
    )
