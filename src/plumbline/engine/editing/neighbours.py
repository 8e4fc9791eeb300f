"""Which rows could come before and after a row: sensible candidates for a missing link, none that closes a loop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plumbline.engine.editing.outline import above
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Schedule, Uid
from plumbline.engine.schedule.derived import once
from plumbline.engine.schedule.summaries import leaves_below

MOST = 3


def before(working: Working, row: Activity) -> list[Activity]:
    """The sibling before it, the last milestone before it, the first milestone of the plan."""
    rows = working.before.activities
    at = rows.index(row)
    earlier = [each for each in reversed(rows[:at]) if _is_work(each)]
    siblings = [each for each in earlier if each.parent == row.parent]
    milestones = [each for each in earlier if each.is_milestone]
    excluded = _reached(working, row.uid, forward=True)
    return _some(siblings[:1], milestones[:1], milestones[-1:], earlier[:1], excluded=excluded)


def after(working: Working, row: Activity) -> list[Activity]:
    """The next milestone, the sibling after it, the last milestone of the plan; nothing that has begun."""
    rows = working.before.activities
    at = rows.index(row)
    later = [each for each in rows[at + 1 :] if _is_work(each) and not each.is_started]
    siblings = [each for each in later if each.parent == row.parent]
    milestones = [each for each in later if each.is_milestone]
    excluded = _reached(working, row.uid, forward=False)
    return _some(milestones[:1], siblings[:1], milestones[-1:], later[:1], excluded=excluded)


def leads_to(working: Working, start: Uid, end: Uid) -> bool:
    """Whether a path of links leads from one row to another, so that a link back would close a loop."""
    return end in _reached(working, start, forward=True)


def _some(*groups: Iterable[Activity], excluded: set[Uid]) -> list[Activity]:
    found = {each.uid: each for group in groups for each in group if each.uid not in excluded}
    return list(found.values())[:MOST]


def _is_work(activity: Activity) -> bool:
    is_other = activity.is_summary or activity.is_level_of_effort or activity.external
    return activity.active and not is_other


def _reached(working: Working, uid: Uid, *, forward: bool) -> set[Uid]:
    """What links lead to from a row, itself too, or what they come from. A link on a summary is one of all below it."""
    schedule = working.before
    children = _leaves(schedule)
    found = {uid}
    waiting = [uid]
    while waiting:
        each = waiting.pop()
        for end in (each, *above(schedule.activity_by_uid, each)):
            for other in _ends(working, end, forward):
                for leaf in children.get(other, (other,)):
                    if leaf not in found:
                        found.add(leaf)
                        waiting.append(leaf)
    return found


def _ends(working: Working, uid: Uid, forward: bool) -> Iterator[Uid]:
    for link in working.links_from(uid) if forward else working.links_to(uid):
        yield link.successor if forward else link.predecessor


@once
def _leaves(schedule: Schedule) -> dict[Uid, list[Uid]]:
    return leaves_below(schedule)
