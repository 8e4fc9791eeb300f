"""Calendars of a PMXML file: hours per weekday, and days that differ."""

from __future__ import annotations

from collections.abc import Iterator

from plumbline.engine.calendars import CalendarException, Window
from plumbline.engine.readers.day_windows import UnclearHours, minute_of_day, windows_of
from plumbline.engine.readers.limits import MAX_CALENDAR_DAYS, check_count
from plumbline.engine.readers.p6.calendars import CalendarRecord
from plumbline.engine.readers.pmxml.elements import Element

KEPT = frozenset({"StandardWorkWeek", "StandardWorkHours", "WorkTime", "HolidayOrExceptions", "HolidayOrException"})
_WEEKDAYS = {
    name: number
    for number, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
}
_FULL_HOURS_AND_THE_LIKE = 5


def calendar_record(element: Element) -> CalendarRecord:
    exceptions = tuple(_exceptions(element))
    check_count(f"exceptions in the calendar of {element.place}", len(exceptions), MAX_CALENDAR_DAYS)
    return CalendarRecord(
        source=element.spot,
        uid=element.needed_uid("ObjectId"),
        name=element.name("Name"),
        base=element.uid("BaseCalendarObjectId"),
        project=element.uid("ProjectObjectId"),
        is_of_resource=element.text("Type") == "Resource",
        is_default=element.flag("IsDefault"),
        minutes_per_day=element.minutes("HoursPerDay"),
        days=dict(_days(element)),
        exceptions=exceptions,
    )


def _days(calendar: Element) -> Iterator[tuple[int, tuple[Window, ...]]]:
    for hours in calendar.elements("StandardWorkWeek", "StandardWorkHours"):
        day = _WEEKDAYS.get(hours.text("DayOfWeek"))
        if day is None:
            raise hours.refusal(
                f"'{hours.text('DayOfWeek')[:20]}' is no day of the week. Export the plan again from P6.", "DayOfWeek"
            )
        yield day, _windows(hours)


def _exceptions(calendar: Element) -> Iterator[CalendarException]:
    for each in calendar.elements("HolidayOrExceptions", "HolidayOrException"):
        date = each.instant("Date")
        if date is not None:
            yield CalendarException(date.date(), date.date(), _windows(each))


def _windows(element: Element) -> tuple[Window, ...]:
    spans: list[tuple[int, int]] = []
    for time in element.elements("WorkTime"):
        start, finish = time.text("Start"), time.text("Finish")
        if not start and not finish:
            continue
        try:
            spans.append((minute_of_day(start), _end(minute_of_day(finish))))
        except UnclearHours as error:
            raise time.refusal(f"{error}. Correct the calendar in P6 and export again.") from error
    return windows_of(spans)


def _end(finish: int) -> int:
    """P6 writes the last minute that is worked, 11:59; other programs the end, 12:00."""
    return finish if finish % _FULL_HOURS_AND_THE_LIKE == 0 else finish + 1
