"""What an outline makes of a plan: a link on a summary holds for everything below it."""

from __future__ import annotations

from collections import Counter

from plumbline.engine.readers.limits import MAX_DEPTH, MAX_TIES_OF_SUMMARIES, check_count
from plumbline.engine.schedule import Schedule, Uid


def check_reach(schedule: Schedule) -> None:
    """Raises ``UnreadableSchedule`` for an outline, or links on its summaries, that would be calculated for ever."""
    check_count("outline levels", _levels(schedule), MAX_DEPTH)
    below = _activities_below(schedule)
    ties = sum(
        max(1, below[link.predecessor]) * max(1, below[link.successor])
        for link in schedule.links
        if link.predecessor in below or link.successor in below
    )
    check_count("links between activities by the links of their summaries", ties, MAX_TIES_OF_SUMMARIES)


def _levels(schedule: Schedule) -> int:
    level: dict[Uid | None, int] = {None: 0}
    for each in schedule.activities:
        level[each.uid] = level.get(each.parent, 0) + 1
    return max(level.values())


def _activities_below(schedule: Schedule) -> Counter[Uid]:
    """By summary, at any depth."""
    below: Counter[Uid] = Counter()
    for each in reversed(schedule.activities):
        if each.parent is not None:
            below[each.parent] += below[each.uid] if each.is_summary else 1
    return below
