"""Calendars of MPXJ's JSON: a week, exceptions once or recurring, other weeks for a while, base calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from plumbline.engine.calendars import CalendarException, Window
from plumbline.engine.readers.day_windows import UnclearHours, minute_of_day, windows_of
from plumbline.engine.readers.limits import LAST_YEAR, MAX_CALENDAR_DAYS
from plumbline.engine.readers.mpxj_json.fields import Fields
from plumbline.engine.readers.mspdi.calendars import CalendarData
from plumbline.engine.readers.mspdi.recurrence import (
    DAILY,
    MONTHLY_BY_DAY,
    MONTHLY_BY_POSITION,
    WEEKLY,
    YEARLY_BY_DAY,
    YEARLY_BY_POSITION,
    Recurrence,
    days_of,
)

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MAX_WINDOWS = 1_440


def read_calendar(calendar: Fields) -> CalendarData:
    """What the calendar says itself; a day of type ``default`` comes from the calendar above."""
    return CalendarData(
        uid=calendar.uid("unique_id"),
        name=calendar.text("name"),
        base=calendar.whole("parent_unique_id"),
        days=_days(calendar),
        exceptions=(*_limited(calendar, _work_weeks(calendar)), *_limited(calendar, _exceptions(calendar))),
    )


def _days(week: Fields) -> dict[int, tuple[Window, ...]]:
    days: dict[int, tuple[Window, ...]] = {}
    for number, name in enumerate(_DAYS):
        day = week.child(name)
        if day is not None and day.text("type") != "default":
            days[number] = _windows(day)
    return days


def _windows(day: Fields) -> tuple[Window, ...]:
    if day.text("type") == "non_working":
        return ()
    try:
        return windows_of(
            (minute_of_day(hours.text("from")), minute_of_day(hours.text("to")))
            for hours in day.objects("hours", _MAX_WINDOWS)
        )
    except UnclearHours as error:
        raise day.refusal(str(error), "hours") from error


def _limited(calendar: Fields, exceptions: Iterator[CalendarException]) -> list[CalendarException]:
    """A few lines of a file can stand for millions of days, so they are counted while they are made."""
    found = [*islice(exceptions, MAX_CALENDAR_DAYS + 1)]
    if len(found) > MAX_CALENDAR_DAYS:
        raise calendar.refusal(f"the calendar has more than {MAX_CALENDAR_DAYS:,} exceptions")
    return found


def _exceptions(calendar: Fields) -> Iterator[CalendarException]:
    """Where exceptions overlap, one without recurrence wins, and the last of a calendar's exceptions counts."""
    single: list[CalendarException] = []
    for each in calendar.objects("exceptions", MAX_CALENDAR_DAYS):
        windows, recurrence = _windows(each), each.child("recurrence")
        if recurrence is not None:
            yield from (CalendarException(day, day, windows) for day in _recurring(recurrence))
            continue
        first, last = each.day("from"), each.day("to")
        if first is not None and last is not None and first <= last:
            single.append(CalendarException(first, last, windows))
    yield from single


def _recurring(recurrence: Fields) -> Iterator[date]:
    first = recurrence.day("start_date")
    last = recurrence.day("finish_date") or date(LAST_YEAR, 12, 31)
    if first is None or last < first:
        return iter(())
    return days_of(_recurrence(recurrence), first, last)


def _recurrence(fields: Fields) -> Recurrence:
    kinds = {
        "weekly": (WEEKLY, WEEKLY),
        "monthly": (MONTHLY_BY_DAY, MONTHLY_BY_POSITION),
        "yearly": (YEARLY_BY_DAY, YEARLY_BY_POSITION),
    }
    by_day, by_position = kinds.get(fields.text("type"), (DAILY, DAILY))
    weekdays = [_DAYS.index(each) for each in fields.texts("weekly_days") if each in _DAYS]
    number = fields.whole("day_number") or 1
    return Recurrence(
        kind=by_position if fields.flag("relative") else by_day,
        period=fields.whole("frequency") or 1,
        occurrences=None if fields.flag("use_end_date") else fields.whole("occurrences"),
        weekdays=sum(1 << (day + 1) % 7 for day in set(weekdays)),
        month=(fields.whole("month_number") or 1) - 1,
        month_day=number,
        item=3 + (weekdays[0] + 1) % 7 if weekdays else 0,
        position=number - 1,
    )


def _work_weeks(calendar: Fields) -> Iterator[CalendarException]:
    """Another week for a while, as exceptions: only the weekdays it names differ."""
    for week in calendar.objects("working_weeks", MAX_CALENDAR_DAYS):
        first, last, days = week.day("effective_from"), week.day("effective_to"), _days(week)
        if first is None or last is None or not days:
            continue
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            if day.weekday() in days:
                yield CalendarException(day, day, days[day.weekday()])
