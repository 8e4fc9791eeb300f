"""Events of the office of the kind “review”."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.events.models import Event
from plumbline.office.operations.event_rows import rows
from plumbline.office.operations.rhythm_row import RhythmRow
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Reviews", "Review", 20
PERMISSION = "see_calendar"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    return rows(Event.Kind.REVIEW, membership, first, last, most)
