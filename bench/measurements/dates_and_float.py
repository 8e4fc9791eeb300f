"""Calculating dates and float, against one walk through the same links that only adds up durations."""

from __future__ import annotations

from graphlib import TopologicalSorter

from bench.plans import xer
from bench.side_by_side import Measurement
from plumbline.engine.readers import xer as reader
from plumbline.engine.schedule.calculate import calculate

ACTIVITIES = 5000


def measurement() -> Measurement:
    (schedule,) = reader.read(xer(ACTIVITIES)).schedules

    def plain() -> int:
        predecessors: dict[object, list[object]] = {each.uid: [] for each in schedule.activities}
        for link in schedule.links:
            predecessors[link.successor].append(link.predecessor)
        finish: dict[object, int] = {}
        for uid in TopologicalSorter(predecessors).static_order():
            begin = max((finish[each] for each in predecessors[uid]), default=0)
            finish[uid] = begin + schedule.activity_by_uid[uid].duration  # type: ignore[index]
        return max(finish.values())

    return Measurement(
        f"dates and float of {ACTIVITIES} activities",
        "longest path without calendars",
        lambda: calculate(schedule),
        plain,
    )
