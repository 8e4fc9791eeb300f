"""Recurring calendar exceptions of MS Project, as the days they fall on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from plumbline.engine.readers.mspdi.elements import Record

DAILY, YEARLY_BY_DAY, YEARLY_BY_POSITION, MONTHLY_BY_DAY, MONTHLY_BY_POSITION, WEEKLY = range(1, 7)

_LAST_POSITION = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """When an exception recurs, in the codes of Microsoft's published schema of the XML format (mspdi_pj12.xsd).

    ``weekdays`` is a mask: 1 is Sunday, 2 Monday … 64 Saturday. ``month`` counts from 0. ``item`` is what recurs by
    position: 0 any day, 1 weekday, 2 weekend day, 3 Sunday … 9 Saturday; ``position`` 0 is the first … 4 the last.
    """

    kind: int
    period: int = 1
    occurrences: int | None = None
    weekdays: int = 0
    month: int = 0
    month_day: int = 1
    item: int = 0
    position: int = 0


def recurrence_of(exception: Record) -> Recurrence:
    return Recurrence(
        kind=exception.whole("Type") or DAILY,
        period=exception.whole("Period") or 1,
        occurrences=exception.whole("Occurrences") if exception.flag("EnteredByOccurrences") else None,
        weekdays=exception.whole("DaysOfWeek") or 0,
        month=exception.whole("Month") or 0,
        month_day=exception.whole("MonthDay") or 1,
        item=exception.whole("MonthItem") or 0,
        position=exception.whole("MonthPosition") or 0,
    )


def days_of(recurrence: Recurrence, first: date, last: date) -> Iterator[date]:
    """The days from ``first`` to ``last`` on which a recurring exception applies, in order."""
    days, occurrences = _candidates(recurrence, first, last), recurrence.occurrences
    return islice((day for day in days if first <= day <= last), None if occurrences is None else max(0, occurrences))


def _candidates(recurrence: Recurrence, first: date, last: date) -> Iterable[date]:
    kind, period = recurrence.kind, min(999, max(1, recurrence.period))
    if kind == WEEKLY:
        return _weekly(first, last, period, recurrence.weekdays)
    if kind in (MONTHLY_BY_DAY, MONTHLY_BY_POSITION):
        months = _months(first, last, period)
    elif kind in (YEARLY_BY_DAY, YEARLY_BY_POSITION):
        month = min(11, max(0, recurrence.month)) + 1
        months = ((year, month) for year in range(first.year, last.year + 1))
    else:
        return _daily(first, last, period)
    if kind in (MONTHLY_BY_DAY, YEARLY_BY_DAY):
        return _by_day(months, recurrence.month_day)
    return _by_position(months, recurrence.item, recurrence.position)


def _daily(first: date, last: date, period: int) -> Iterator[date]:
    for number in range(0, (last - first).days + 1, period):
        yield first + timedelta(days=number)


def _weekly(first: date, last: date, period: int, mask: int) -> Iterator[date]:
    """Weeks count from the one ``first`` is in."""
    weekdays = [number for number in range(7) if mask >> number & 1]
    sunday = first - timedelta(days=(first.weekday() + 1) % 7)
    if weekdays:
        for days in range(0, (last - sunday).days + 1, 7 * period):
            yield from (sunday + timedelta(days=days + each) for each in weekdays)


def _months(first: date, last: date, period: int) -> Iterator[tuple[int, int]]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month, period):
        yield number // 12, number % 12 + 1


def _by_day(months: Iterable[tuple[int, int]], day: int) -> Iterator[date]:
    if not 1 <= day <= 31:
        return
    for year, month in months:
        if day <= monthrange(year, month)[1]:
            yield date(year, month, day)


def _by_position(months: Iterable[tuple[int, int]], item: int, position: int) -> Iterator[date]:
    if not 0 <= item <= 9 or position < 0:
        return
    for year, month in months:
        days = [date(year, month, number) for number in range(1, monthrange(year, month)[1] + 1)]
        fitting = [day for day in days if _is(item, day)]
        yield fitting[position if position < _LAST_POSITION else -1]


def _is(item: int, day: date) -> bool:
    weekend = day.weekday() >= 5
    if item < 3:
        return (True, not weekend, weekend)[item]
    return (day.weekday() + 1) % 7 == item - 3
