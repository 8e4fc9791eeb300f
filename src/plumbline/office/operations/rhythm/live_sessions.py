"""Live sessions, in everybody's calendar: all may come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership
from plumbline.office.teaching.ics import entry_of
from plumbline.office.teaching.queries import sessions_between

TITLE, ONE, ORDER = "Live sessions", "Live session", 32
PERMISSION = "learn"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    for each in sessions_between(membership.organisation, first, last)[:most]:
        yield RhythmRow(
            on=each.on,
            what=each.title,
            url=there("teaching:session", membership.organisation, each.pk),
            number=each.pk,
            who=str(each.teacher or ""),
            detail=each.place,
            at=each.at,
            minutes=each.minutes,
            changed_at=each.changed_at,
            entry=entry_of(each),
        )
