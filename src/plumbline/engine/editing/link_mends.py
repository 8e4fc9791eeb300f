"""Links into a row that are of a kind a rule does not want."""

from __future__ import annotations

from collections.abc import Callable

from plumbline.engine.editing.amounts import duration_text
from plumbline.engine.editing.mend import Mend, Step, linking, unlinking
from plumbline.engine.editing.uids import next_uids
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Link, LinkKind, Schedule

A_DAY = 480


def links_into(working: Working, row: Activity, holds: Callable[[Link], bool]) -> list[Link]:
    """Those between work: a level of effort holds nothing, a summary has findings of its own."""
    rows = working.before.activity_by_uid
    return [
        each
        for each in working.links_to(row.uid)
        if holds(each) and rows[each.predecessor].active and not rows[each.predecessor].is_level_of_effort
    ]


def without_lag(links: list[Link]) -> tuple[Step, ...]:
    return tuple(linking(each.predecessor, each.successor, each.kind) for each in links)


def as_rows(schedule: Schedule, links: list[Link]) -> tuple[Step, ...]:
    """Each lag becomes a row of its own between the two that it stood between."""
    steps: list[Step] = []
    for link, uid in zip(links, next_uids(schedule, len(links)), strict=True):
        before, after = schedule.activity_by_uid[link.predecessor], schedule.activity_by_uid[link.successor]
        first = LinkKind.FINISH_START if link.kind in _FROM_FINISH else LinkKind.START_START
        last = LinkKind.FINISH_START if link.kind in _TO_START else LinkKind.FINISH_FINISH
        steps += [
            ("add", {"after": str(before.uid), "names": f"Wait after {before.name or before.id}"}),
            _duration(uid, link),
            unlinking(link),
            linking(before.uid, uid, first),
            linking(uid, after.uid, last),
        ]
    return tuple(steps)


def of_waits(working: Working, row: Activity) -> list[Mend]:
    """For all lags into the row together."""
    lags = links_into(working, row, lambda each: each.lag > 0)
    if not lags:
        return []
    names = ", ".join(working.label(each.predecessor) for each in lags[:3])
    return [
        Mend(f"Make a row of the wait after {names}", "row", as_rows(working.before, lags)),
        Mend(f"Take the wait after {names} out", "none", without_lag(lags)),
    ]


_FROM_FINISH = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
_TO_START = (LinkKind.FINISH_START, LinkKind.START_START)


def _duration(uid: str, link: Link) -> Step:
    """In minutes, which are the same on every calendar."""
    text = duration_text(link.lag, link.elapsed, A_DAY) if link.elapsed else f"{link.lag}m"
    return "set", {"rows": [uid], "field": "duration", "value": text}
