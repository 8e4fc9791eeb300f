"""Calendars of an MSPDI file: weekdays, exceptions in the old and the new way, work weeks, base calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from plumbline.engine.calendars import CalendarException, InvalidCalendar, Week, Window, WorkCalendar
from plumbline.engine.readers.day_windows import UnclearHours, minute_of_day, windows_of
from plumbline.engine.readers.limits import (
    MAX_CALENDAR_DAYS,
    MAX_CALENDAR_DAYS_TOGETHER,
    MAX_CALENDARS_ON_EACH_OTHER,
    MAX_DAYS_OF_EXCEPTIONS,
    check_count,
)
from plumbline.engine.readers.mspdi.elements import Record
from plumbline.engine.readers.mspdi.recurrence import DAILY, days_of, recurrence_of
from plumbline.engine.readers.problems import Problems

_STANDARD_DAY = ((480, 720), (780, 1020))
STANDARD_WEEK: Week = (_STANDARD_DAY,) * 5 + ((), ())


@dataclass(frozen=True, slots=True)
class CalendarData:
    """What one calendar says itself; the rest comes from the calendar it is based on. Weekday 0 is Monday."""

    uid: int
    name: str
    base: int | None
    days: Mapping[int, tuple[Window, ...]]
    exceptions: tuple[CalendarException, ...]


def read_calendar(record: Record) -> CalendarData:
    base = record.whole("BaseCalendarUID")
    days: dict[int, tuple[Window, ...]] = {}
    dated: list[CalendarException] = []
    for weekday in record.records("WeekDays", "WeekDay"):
        kind = weekday.whole("DayType")
        if kind is not None and 1 <= kind <= 7:
            days[(kind - 2) % 7] = _windows(weekday)
        elif kind == 0:
            dated.extend(_old_exception(weekday))
    exceptions = _as_many_as_may_be(record, _by_precedence(record.records("Exceptions", "Exception"))) or dated
    weeks = _as_many_as_may_be(
        record, (each for week in record.records("WorkWeeks", "WorkWeek") for each in _work_week(week))
    )
    return CalendarData(
        uid=record.uid("UID"),
        name=record.text("Name"),
        base=base if base is not None and base > 0 else None,
        days=days,
        exceptions=(*weeks, *exceptions),
    )


def _as_many_as_may_be(record: Record, exceptions: Iterator[CalendarException]) -> list[CalendarException]:
    """A few lines of a file can stand for millions of days, so they are counted while they are made."""
    found = [*islice(exceptions, MAX_CALENDAR_DAYS + 1)]
    if len(found) > MAX_CALENDAR_DAYS:
        raise record.refusal(f"the calendar has more than {MAX_CALENDAR_DAYS:,} exceptions")
    return found


def work_calendars(data: Mapping[int, CalendarData], minutes_per_day: int, problems: Problems) -> list[WorkCalendar]:
    """Each calendar with what it inherits. One without working time is left out with a problem."""
    calendars = []
    together = days = 0
    for each in data.values():
        chain = _with_bases(each, data)
        together += sum(len(layer.exceptions) for layer in chain)
        check_count("calendar exceptions", together, MAX_CALENDAR_DAYS_TOGETHER)
        days += sum((one.last - one.first).days + 1 for layer in chain for one in layer.exceptions)
        check_count("days of calendar exceptions", days, MAX_DAYS_OF_EXCEPTIONS)
        week = tuple(
            next((layer.days[day] for layer in chain if day in layer.days), STANDARD_WEEK[day]) for day in range(7)
        )
        exceptions = tuple(one for layer in reversed(chain) for one in layer.exceptions)
        name = each.name or f"Calendar {each.uid}"
        try:
            calendars.append(
                WorkCalendar(uid=each.uid, name=name, week=week, exceptions=exceptions, minutes_per_day=minutes_per_day)
            )
        except InvalidCalendar:
            problems.add(
                "calendars without working time",
                "It has no working time at all and was left out.",
                f"calendar '{name}'",
            )
    return calendars


def _with_bases(own: CalendarData, data: Mapping[int, CalendarData]) -> list[CalendarData]:
    """The calendar, then the one it is based on, and so on."""
    chain = [own]
    while len(chain) < MAX_CALENDARS_ON_EACH_OTHER:
        base = data.get(chain[-1].base) if chain[-1].base is not None else None
        if base is None or any(base is each for each in chain):
            break
        chain.append(base)
    return chain


def _windows(record: Record) -> tuple[Window, ...]:
    if record.flag("DayWorking") is False:
        return ()
    spans: list[tuple[int, int]] = []
    for time in record.records("WorkingTimes", "WorkingTime"):
        start, end = time.text("FromTime"), time.text("ToTime")
        if not start and not end:
            continue
        try:
            spans.append((_minute(start), _minute(end)))
        except UnclearHours as error:
            raise time.refusal(str(error)) from error
    return windows_of(spans)


def _minute(text: str) -> int:
    return minute_of_day(text.rpartition("T")[2].partition(".")[0])


def _period(record: Record) -> tuple[date, date] | None:
    period = next(record.records("TimePeriod"), None)
    if period is None:
        return None
    first, last = period.day("FromDate"), period.day("ToDate")
    return None if first is None or last is None or last < first else (first, last)


def _old_exception(record: Record) -> Iterator[CalendarException]:
    period = _period(record)
    if period:
        yield CalendarException(*period, _windows(record))


def _by_precedence(records: Iterable[Record]) -> Iterator[CalendarException]:
    """Where exceptions overlap, one without recurrence wins, and the last of a calendar's exceptions counts."""
    single: list[CalendarException] = []
    for record in records:
        period = _period(record)
        if period is None:
            continue
        windows = _windows(record)
        if (record.whole("Type") or DAILY) == DAILY and (record.whole("Period") or 1) <= 1:
            single.append(CalendarException(*period, windows))
        else:
            yield from (CalendarException(day, day, windows) for day in days_of(recurrence_of(record), *period))
    yield from single


def _work_week(record: Record) -> Iterator[CalendarException]:
    """Another week pattern for a while, as exceptions: only the weekdays it names differ."""
    period = _period(record)
    days = {}
    for weekday in record.records("WeekDays", "WeekDay"):
        kind = weekday.whole("DayType")
        if kind is not None and 1 <= kind <= 7:
            days[(kind - 2) % 7] = _windows(weekday)
    if period is None or not days:
        return
    first, last = period
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() in days:
            yield CalendarException(day, day, days[day.weekday()])
