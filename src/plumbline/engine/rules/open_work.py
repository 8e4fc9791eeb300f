"""Tasks and milestones that are still to come: what the remaining network is made of."""

from __future__ import annotations

from plumbline.engine.schedule import Activity, Schedule


def open_work(schedule: Schedule) -> tuple[Activity, ...]:
    """Activities that are not complete: no summary, level of effort, inactive line or activity of another project."""
    return tuple(each for each in schedule.activities if _is_open_work(each))


def _is_open_work(activity: Activity) -> bool:
    is_work = activity.active and not (activity.is_summary or activity.is_level_of_effort or activity.external)
    return is_work and not activity.is_complete
