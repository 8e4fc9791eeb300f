"""Working time."""

from plumbline.engine.calendars.work_calendar import (
    CalendarException,
    InvalidCalendar,
    Week,
    Window,
    WorkCalendar,
)
from plumbline.engine.calendars.working_time import ALWAYS, OutOfWorkingTime, WorkingTime

__all__ = [
    "ALWAYS",
    "CalendarException",
    "InvalidCalendar",
    "OutOfWorkingTime",
    "Week",
    "Window",
    "WorkCalendar",
    "WorkingTime",
]
