"""A plan as it is taken up for editing, and one that holds nothing yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plumbline.engine.readers.table.standard_calendars import CALENDARS, STANDARD
from plumbline.engine.schedule import Dialect, LagCalendar, Schedule, ScheduleOptions


def editable(schedule: Schedule) -> Schedule:
    """``schedule`` without the dates that its tool calculated: after an edit nobody has calculated those."""
    return replace(schedule, activities=tuple(replace(each, stored=None) for each in schedule.activities))


def empty_plan(name: str, start: datetime) -> Schedule:
    """A plan without rows, on the calendars and conventions that a table has."""
    return Schedule(
        name=name,
        dialect=Dialect.MSP,
        start=start,
        calendars=CALENDARS,
        default_calendar=STANDARD.uid,
        activities=(),
        options=ScheduleOptions(lag_calendar=LagCalendar.SUCCESSOR),
    )
