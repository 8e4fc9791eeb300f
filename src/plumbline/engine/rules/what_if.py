"""Plans with dates that were entered by hand taken away, to see what their logic alone would do."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.schedule import Activity, Schedule
from plumbline.engine.schedule.derived import once


@once
def without_hard_constraints(schedule: Schedule) -> Schedule:
    """Hard constraints pin the finish and hide what the logic does. The same schedule where there are none."""
    activities = tuple(map(_without_hard_constraints, schedule.activities))
    if schedule.must_finish_by is None and all(map(_is_same, activities, schedule.activities)):
        return schedule
    return replace(schedule, must_finish_by=None, activities=activities)


def _without_hard_constraints(activity: Activity) -> Activity:
    if not any(each.kind.is_hard for each in activity.constraints):
        return activity
    return replace(activity, constraints=tuple(each for each in activity.constraints if not each.kind.is_hard))


def _is_same(one: Activity, other: Activity) -> bool:
    return one is other
