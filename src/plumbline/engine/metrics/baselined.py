"""What a baseline is expected to promise, and what of it does."""

from __future__ import annotations

from plumbline.engine.schedule import Activity, Schedule


def baseline_scope(schedule: Schedule) -> tuple[Activity, ...]:
    """Tasks and milestones of the project itself: no summary, level of effort, inactive or external line."""
    return tuple(
        each
        for each in schedule.activities
        if each.active and not (each.is_summary or each.is_level_of_effort or each.external)
    )


def baselined_activities(schedule: Schedule) -> tuple[Activity, ...]:
    """Those of the scope that have a baseline finish."""
    return tuple(each for each in baseline_scope(schedule) if each.baseline and each.baseline.finish)
