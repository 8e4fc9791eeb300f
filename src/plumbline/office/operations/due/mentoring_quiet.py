"""Pairs of mentoring without a session for six weeks, and with none to come."""

from __future__ import annotations

from datetime import date

from plumbline.office.mentoring.queries import Quiet, quiet
from plumbline.office.mentoring.queries.programmes import QUIET_AFTER
from plumbline.office.operations.due_query import address
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Pairs for mentoring that have not met"
EMPTY = "Every pair has met in the last six weeks, or has a session planned."
ORDER = 235


def found(organisation: Organisation, day: date, most: int) -> Found:
    rows = quiet(organisation, day)
    return Found([row(organisation, each) for each in rows[:most]], len(rows))


def row(organisation: Organisation, each: Quiet) -> DueRow:
    there = address("mentoring:programme", organisation, each.pair.programme_id)
    since = "the last session was on" if each.has_met else "no session since it began on"
    return DueRow(
        what=f"{each.pair.mentor} and {each.pair.mentee}",
        url=there,
        deed="Ask how it is going",
        deed_url=there,
        on=each.since + QUIET_AFTER,
        detail=f"{since} {each.since:%-d %B %Y}",
    )
