"""Calendars: the weekdays that each says itself, then its exceptions."""

from __future__ import annotations

from plumbline.engine.calendars import CalendarException, Window
from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.writers.mspdi.elements import Elements
from plumbline.engine.writers.mspdi.resource_calendars import CalendarInFile

MOST_WINDOWS = 5
_NO_BASE = -1
_DAILY = 1
_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)


def write_calendar(out: Elements, calendar: CalendarInFile) -> None:
    with out.within("Calendar"):
        out.add_all(
            UID=calendar.number,
            Name=calendar.name,
            IsBaseCalendar=int(calendar.base is None),
            IsBaselineCalendar=0,
            BaseCalendarUID=_NO_BASE if calendar.base is None else calendar.base,
        )
        if calendar.days:
            with out.within("WeekDays"):
                for number, day in enumerate(_SUNDAY_FIRST, start=1):
                    if day in calendar.days:
                        with out.within("WeekDay"):
                            out.add("DayType", number)
                            _working(out, calendar.days[day])
        if calendar.exceptions:
            with out.within("Exceptions"):
                for each in calendar.exceptions:
                    _exception(out, each)


def clock(minute: int) -> str:
    """Midnight at the end of a day is 00:00."""
    minute %= MINUTES_PER_DAY
    return f"{minute // 60:02}:{minute % 60:02}:00"


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
                    out.add_all(FromTime=clock(start), ToTime=clock(end))
