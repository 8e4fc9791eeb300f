"""Activities in the order of the outline, each with its depth and its number, as in 1.2.3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from plumbline.engine.schedule import Activity, Schedule, Uid


@dataclass(frozen=True, slots=True)
class Line:
    """``path`` are the positions among siblings from the top of the outline down, counted from 1."""

    activity: Activity
    path: tuple[int, ...]
    has_children: bool

    @property
    def depth(self) -> int:
        return len(self.path)

    @property
    def number(self) -> str:
        return ".".join(map(str, self.path))


def outline_lines(schedule: Schedule) -> Iterator[Line]:
    """Every activity, each right below what it is under, siblings in the order of the plan."""
    children: dict[Uid | None, list[Activity]] = defaultdict(list)
    for each in schedule.activities:
        children[each.parent].append(each)
    waiting: list[tuple[Activity, tuple[int, ...]]] = []
    waiting.extend([(each, (place,)) for place, each in enumerate(children[None], 1)][::-1])
    while waiting:
        activity, path = waiting.pop()
        below = children.get(activity.uid, [])
        yield Line(activity, path, bool(below))
        waiting.extend([(each, (*path, place)) for place, each in enumerate(below, 1)][::-1])
