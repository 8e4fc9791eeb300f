"""A plan of one activity that every format can hold; a test changes what it is about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.schedule import Activity, Dialect, LagCalendar, Schedule, ScheduleOptions

MONDAY = datetime(2026, 3, 2, 8)
WEEK = (((480, 720), (780, 1020)),) * 5 + ((), ())
PLAIN = Activity(uid=1, id="1", name="Survey", duration=480, remaining=480, planned_start=MONDAY)


def plan(activity: Activity = PLAIN, **fields: Any) -> Schedule:
    usual: dict[str, Any] = {
        "name": "Bridge",
        "dialect": Dialect.MSP,
        "start": MONDAY,
        "calendars": (WorkCalendar(uid=1, name="Standard", week=WEEK),),
        "default_calendar": 1,
        "activities": (activity,),
        "options": ScheduleOptions(lag_calendar=LagCalendar.SUCCESSOR),
    }
    return Schedule(**(usual | fields))
