"""The scheduler of the PyPI package trueppm-scheduler on the same network, in whole days and on two calendars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import trueppm_scheduler as trueppm

from plumbline.engine.schedule import Schedule

MOST_ACTIVITIES = 10_000

_MONDAY_TO_SATURDAY, _EVERY_DAY = 0b0111111, 0b1111111


def scheduling(schedule: Schedule) -> Callable[[], object]:
    """Its calculation of ``schedule``. Constraints it does not know; lags it counts in calendar days."""
    project = project_of(schedule)
    return lambda: trueppm.schedule(project)


def project_of(schedule: Schedule) -> trueppm.Project:
    """``schedule`` as far as it can be said there."""
    leaves = {each.uid: each for each in schedule.activities if not each.is_summary}
    per_day = {each.uid: each.minutes_per_day for each in schedule.calendars}
    calendars = {
        str(each.uid): trueppm.Calendar(
            working_days={600: _MONDAY_TO_SATURDAY, 1440: _EVERY_DAY}.get(each.minutes_per_day, 31)
        )
        for each in schedule.calendars
    }
    tasks = [
        trueppm.Task(
            id=str(each.uid),
            name=each.name,
            duration=timedelta(days=each.duration // per_day[each.calendar]),
            calendar_id=str(each.calendar),
        )
        for each in leaves.values()
        if each.calendar is not None
    ]
    dependencies = [
        trueppm.Dependency(
            str(each.predecessor),
            str(each.successor),
            trueppm.DependencyType(each.kind.value),
            timedelta(days=each.lag // 480),
        )
        for each in schedule.links
    ]
    return trueppm.Project(
        id="bench",
        name=schedule.name,
        start_date=schedule.start.date(),
        tasks=tasks,
        dependencies=dependencies,
        calendars=calendars,
    )
