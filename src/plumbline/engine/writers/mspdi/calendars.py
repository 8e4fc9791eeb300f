"""Calendars: seven weekdays each, then the exceptions in the order in which they win."""

from __future__ import annotations

from collections.abc import Mapping

from plumbline.engine.calendars import CalendarException, Window, WorkCalendar
from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.schedule import Uid
from plumbline.engine.writers.mspdi.elements import Elements
from plumbline.engine.writers.one_line import one_line
from plumbline.engine.writers.written import Losses

MOST_WINDOWS = 5
_DAILY = 1
_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)


def write_calendar(
    out: Elements, calendar: WorkCalendar, numbers: Mapping[Uid, int], minutes_per_day: int, losses: Losses
) -> None:
    _note_losses(calendar, minutes_per_day, losses)
    with out.within("Calendar"):
        out.add_all(
            UID=numbers[calendar.uid],
            Name=one_line(calendar.name),
            IsBaseCalendar=1,
            IsBaselineCalendar=0,
            BaseCalendarUID=-1,
        )
        with out.within("WeekDays"):
            for number, day in enumerate(_SUNDAY_FIRST, start=1):
                with out.within("WeekDay"):
                    out.add("DayType", number)
                    _working(out, calendar.week[day])
        if calendar.exceptions:
            with out.within("Exceptions"):
                for each in calendar.exceptions:
                    _exception(out, each)


def _exception(out: Elements, exception: CalendarException) -> None:
    with out.within("Exception"):
        out.add("EnteredByOccurrences", 0)
        with out.within("TimePeriod"):
            out.add_all(FromDate=f"{exception.first}T00:00:00", ToDate=f"{exception.last}T23:59:00")
        days = (exception.last - exception.first).days + 1
        out.add_all(Occurrences=days, Name="", Type=_DAILY)
        _working(out, exception.windows)


def _working(out: Elements, windows: tuple[Window, ...]) -> None:
    out.add("DayWorking", int(bool(windows)))
    if windows:
        with out.within("WorkingTimes"):
            for start, end in windows[:MOST_WINDOWS]:
                with out.within("WorkingTime"):
                    out.add_all(FromTime=_clock(start), ToTime=_clock(end))


def _clock(minute: int) -> str:
    """Midnight at the end of a day is 00:00."""
    minute %= MINUTES_PER_DAY
    return f"{minute // 60:02}:{minute % 60:02}:00"


def _note_losses(calendar: WorkCalendar, minutes_per_day: int, losses: Losses) -> None:
    days = (*calendar.week, *(each.windows for each in calendar.exceptions))
    if any(len(each) > MOST_WINDOWS for each in days):
        losses.add("More than five working periods in a day", "only the first five are written", calendar.name)
    if calendar.minutes_per_day != minutes_per_day:
        losses.add("Hours per day of a calendar", "those of the project count for all", calendar.name)
