"""Summaries: what lies below them, and the dates they take from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from plumbline.engine.schedule.calculation import ActivityDates
from plumbline.engine.schedule.model import Activity, Schedule, Uid


def leaves_below(schedule: Schedule) -> dict[Uid, list[Uid]]:
    """For each summary the activities below it at any depth, without summaries."""
    leaves: dict[Uid, list[Uid]] = defaultdict(list)
    for activity in schedule.activities:
        if not activity.is_summary:
            for summary in _summaries_above(schedule, activity):
                leaves[summary].append(activity.uid)
    return leaves


def roll_up(schedule: Schedule, dates: dict[Uid, ActivityDates]) -> dict[Uid, ActivityDates]:
    """The dates of every summary: earliest and latest of what is below it, and the smallest float."""
    leaves = leaves_below(schedule)
    active = {each.uid for each in schedule.activities if each.active}
    return {
        each.uid: _span(dates[leaf] for leaf in leaves.get(each.uid, ()) if leaf in active)
        for each in schedule.activities
        if each.is_summary
    }


def _span(below: Iterable[ActivityDates]) -> ActivityDates:
    parts = list(below)
    return ActivityDates(
        early_start=min((each.early_start for each in parts if each.early_start), default=None),
        early_finish=max((each.early_finish for each in parts if each.early_finish), default=None),
        late_start=min((each.late_start for each in parts if each.late_start), default=None),
        late_finish=max((each.late_finish for each in parts if each.late_finish), default=None),
        total_float=min((each.total_float for each in parts if each.total_float is not None), default=None),
        critical=any(each.critical for each in parts),
    )


def _summaries_above(schedule: Schedule, activity: Activity) -> list[Uid]:
    above: list[Uid] = []
    parent = activity.parent
    while parent is not None:
        above.append(parent)
        parent = schedule.activity_by_uid[parent].parent
    return above
