"""On which days something happens that happens again: pure calculation with days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

WEEK = 7
FIFTH = 5


class Repeats(StrEnum):
    NEVER = "never"
    WEEKLY = "weekly"
    DAY_OF_MONTH = "day_of_month"
    WEEKDAY_OF_MONTH = "weekday_of_month"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """``every`` counts weeks or months; ``until`` is the last day that may be one.

    A day of the month that a month does not have is its last day; a fifth weekday is the last one of the month.
    """

    first: date
    repeats: Repeats = Repeats.NEVER
    every: int = 1
    until: date | None = None

    def __post_init__(self) -> None:
        if self.every < 1:
            raise ValueError("It repeats after one week or month at least.")

    def days(self, begin: date, end: date) -> list[date]:
        """Those from ``begin`` to ``end``, both included, in order."""
        last = min(end, self.until) if self.until else end
        first = max(begin, self.first)
        return [day for day in self._candidates(first, last) if first <= day <= last]

    def falls_on(self, day: date) -> bool:
        return self.days(day, day) == [day]

    def _candidates(self, first: date, last: date) -> Iterator[date]:
        """All that may lie between the two, and perhaps one beside them."""
        if first > last:
            return
        if self.repeats == Repeats.NEVER:
            yield self.first
        elif self.repeats == Repeats.WEEKLY:
            yield from self._by_week(first, last)
        else:
            yield from self._by_month(first, last)

    def _by_week(self, first: date, last: date) -> Iterator[date]:
        step = WEEK * self.every
        day = self.first + timedelta(days=-(-(first - self.first).days // step) * step)
        while day <= last:
            yield day
            if (date.max - day).days < step:
                return
            day += timedelta(days=step)

    def _by_month(self, first: date, last: date) -> Iterator[date]:
        begin = months_of(self.first)
        month = begin + max(0, (months_of(first) - begin) // self.every * self.every)
        while month <= months_of(last):
            yield self._day_in(*divmod(month, 12))
            month += self.every

    def _day_in(self, year: int, month: int) -> date:
        """``month`` counts from zero."""
        if self.repeats == Repeats.DAY_OF_MONTH:
            return date(year, month + 1, min(self.first.day, monthrange(year, month + 1)[1]))
        return nth_weekday(year, month + 1, self.first.weekday(), number_in_month(self.first))


def months_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def number_in_month(day: date) -> int:
    """1 for the first of its weekday in the month, 5 for the last one where there are five."""
    return (day.day - 1) // WEEK + 1


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The fifth is the last, which may be the fourth."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % WEEK + WEEK * (number - 1))
    return day if day.month == month else day - timedelta(days=WEEK)


def moment_on(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The same time by the wall on every day; one that the clocks leave out is as much later as they jump."""
    return datetime.combine(day, at, zone).astimezone(ZoneInfo("UTC")).astimezone(zone)
