"""Sessions of mentoring, in the calendars of the two and in nobody else's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.mentoring.queries import sessions_between
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Mentoring", "Mentoring session", 47
PERMISSION = "take_part_in_mentoring"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    for each in sessions_between(membership, first, last)[:most]:
        yield RhythmRow(
            on=each.on,
            what=f"Mentoring with {each.pair.other(membership.person)}",
            url=there("mentoring:pair", membership.organisation, each.pair_id),
            number=each.pk,
            who=str(membership.person),
            at=each.at,
            changed_at=each.planned_at,
        )
