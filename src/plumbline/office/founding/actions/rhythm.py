"""The two fixed days in the month, in the office's calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from plumbline.office.events.actions import Facts, add_event
from plumbline.office.events.models import Event
from plumbline.office.events.occurrences import Repeats
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today

REPORTS, BOARD = "founding.reports", "founding.board"


def plan_rhythm(organisation: Organisation, by: Person, said: dict[str, Any]) -> None:
    """Every month from the next such day on; what is planned already stays as somebody has changed it since."""
    for key, title, kind, number, notes in (
        (REPORTS, "Status reports are due", Event.Kind.OTHER, said["report_day"], ""),
        (BOARD, "Board meeting", Event.Kind.BOARD, said["board_day"], "The office prepares it."),
    ):
        facts = Facts(
            title=title,
            kind=kind,
            first_on=next_on(today(organisation), number),
            repeats=Repeats.DAY_OF_MONTH.value,
            notes=notes,
            owner=by,
        )
        add_event(organisation, facts, by=by, key=key)


def next_on(day: date, number: int) -> date:
    """The next day of that number, which every month has."""
    this_month = day.replace(day=number)
    return this_month if this_month >= day else (day.replace(day=1) + timedelta(days=31)).replace(day=number)
