"""Working-time arithmetic on a calendar, in datetimes. Hot loops use ``WorkWindows`` below it, in whole minutes."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY, WorkCalendar
from plumbline.engine.calendars.work_horizon import OutOfWorkingTime, to_datetime, to_minutes
from plumbline.engine.calendars.work_windows import WorkWindows

__all__ = ["ALWAYS", "OutOfWorkingTime", "WorkingTime"]

ALWAYS = WorkCalendar(uid="24 hours", name="24 hours", week=(((0, MINUTES_PER_DAY),),) * 7)
"""The calendar that elapsed durations and elapsed lags are counted on."""


class WorkingTime:
    """What can be asked of a calendar. Instants are naive datetimes to the minute, work is whole minutes.

    Every method raises ``OutOfWorkingTime`` when the calendar has too little working time within 1,000 years,
    or when a date would lie outside the years 1 to 9999.
    """

    def __init__(self, calendar: WorkCalendar) -> None:
        self.calendar = calendar
        self.windows = WorkWindows(calendar)

    def add(self, instant: datetime, minutes: int) -> datetime:
        """The instant ``minutes`` of work after ``instant`` (before it, when negative).

        Forward, work that fills a window ends at its end; backward, it begins at its start. 0 adds nothing.
        """
        return to_datetime(self.windows.add(to_minutes(instant), minutes))

    def between(self, start: datetime, finish: datetime) -> int:
        """Working minutes from ``start`` to ``finish``, negative when ``finish`` is the earlier one."""
        return self.windows.work_between(to_minutes(start), to_minutes(finish))

    def next_work_start(self, instant: datetime) -> datetime:
        """``instant`` if work goes on right after it, else the start of the next window."""
        return to_datetime(self.windows.next_work_start(to_minutes(instant)))

    def previous_work_finish(self, instant: datetime) -> datetime:
        """``instant`` if work goes on right before it, else the end of the window before."""
        return to_datetime(self.windows.previous_work_finish(to_minutes(instant)))

    def days(self, minutes: int) -> float:
        """Working days that ``minutes`` of work are, by the calendar's own hours per day."""
        return minutes / self.calendar.minutes_per_day
