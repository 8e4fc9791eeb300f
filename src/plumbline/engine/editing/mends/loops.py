"""Work that waits for itself: take out a link that closes the circle."""

from __future__ import annotations

from collections.abc import Iterator

from plumbline.engine.comparison.wording import named
from plumbline.engine.editing.mend import Mend, unlinking
from plumbline.engine.editing.outline import above
from plumbline.engine.editing.working import Working
from plumbline.engine.rules.rings import Ring, rings
from plumbline.engine.schedule import Activity, Link, Schedule, Uid
from plumbline.engine.schedule.derived import once


def mends(working: Working, row: Activity) -> list[Mend]:
    """Links that lead back up the plan first: those are most often the wrong way round."""
    schedule = working.before
    ring = next((each for each in _rings(schedule) if row.uid in each.activities), None)
    if ring is None:
        return []
    place = {each.uid: number for number, each in enumerate(schedule.activities)}
    links = sorted(
        dict.fromkeys(_closing(working, ring)), key=lambda each: place[each.successor] - place[each.predecessor]
    )
    return [
        Mend(
            f"Take the link from {named(working.activity(each.predecessor))} to "
            f"{named(working.activity(each.successor))} out",
            f"{each.predecessor}-{each.successor}-{each.kind}",
            (unlinking(each),),
        )
        for each in links
    ]


@once
def _rings(schedule: Schedule) -> tuple[Ring, ...]:
    return rings(schedule)


def _closing(working: Working, ring: Ring) -> Iterator[Link]:
    """The links that the circle goes by, on its rows or on summaries above them."""
    rows = working.before.activity_by_uid
    for one, other in zip(ring.circle, (*ring.circle[1:], ring.circle[0]), strict=True):
        ends = _with_above(rows, one)
        for end in _with_above(rows, other):
            yield from (each for each in working.links_to(end) if each.predecessor in ends)


def _with_above(rows: dict[Uid, Activity], uid: Uid) -> tuple[Uid, ...]:
    return uid, *above(rows, uid)
