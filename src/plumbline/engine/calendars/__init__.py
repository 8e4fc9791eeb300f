"""Working time."""

from plumbline.engine.calendars.work_calendar import (
    CalendarException,
    InvalidCalendar,
    Week,
    Window,
    WorkCalendar,
)

__all__ = ["CalendarException", "InvalidCalendar", "Week", "Window", "WorkCalendar"]
