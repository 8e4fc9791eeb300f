"""Pairs for mentoring that were proposed and have not been answered by both. Who has answered is not said."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from plumbline.office.mentoring.models import Pair
from plumbline.office.mentoring.queries import waiting
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Pairs for mentoring that wait"
EMPTY = "Nobody waits for an answer about mentoring."
ORDER = 230
ANSWERED_WITHIN = timedelta(days=14)


def found(organisation: Organisation, day: date, most: int) -> Found:
    return first_of(waiting(organisation), most, lambda each: row(organisation, each))


def row(organisation: Organisation, pair: Pair) -> DueRow:
    there = address("mentoring:programme", organisation, pair.programme_id)
    proposed = pair.proposed_at.astimezone(ZoneInfo(organisation.time_zone)).date()
    return DueRow(
        what=f"{pair.mentor} and {pair.mentee}",
        url=there,
        deed="Ask them, or take it back",
        deed_url=there,
        on=proposed + ANSWERED_WITHIN,
        detail=f"{pair.programme}, proposed on {proposed:%-d %B %Y}",
    )
