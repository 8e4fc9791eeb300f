"""Columns of working time that reach further when an answer lies outside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from plumbline.engine.calendars import work_arithmetic
from plumbline.engine.calendars.work_arithmetic import HorizonTooShort
from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY, WorkCalendar
from plumbline.engine.calendars.work_columns import WorkColumns, windows_within, work_columns

_ORIGIN = datetime(1, 1, 1)
_DAYS = date.max.toordinal()
_FIRST_HORIZON_DAYS = 400
_LONGEST_HORIZON_DAYS = 366_000
_BLOCK_DAYS = 128
_MOST_WINDOWS_KEPT, _MOST_WINDOWS_OF_A_LARGE_PLAN = 10_000, 60_000
_NOTHING = work_columns((), 0, 0)


class OutOfWorkingTime(ValueError):
    """A calendar has no working time left where some was needed, or a date lies outside the years 1 to 9999."""


@dataclass(slots=True)
class Allowance:
    """How many windows the calendars of one plan may be compiled into: enough for five hundred of them over ten years.

    Without it, a small file with many calendars and dates far apart would take all the memory there is.
    """

    left: int = 5_000_000

    def spend(self, windows: int) -> None:
        self.left -= windows
        if self.left < 0:
            raise OutOfWorkingTime("the calendars of the plan have more working times than can be calculated")


def to_minutes(instant: datetime) -> int:
    """Whole minutes from the start of the year 1 to ``instant``; seconds are cut off."""
    since = instant - _ORIGIN
    return since.days * MINUTES_PER_DAY + since.seconds // 60


def to_datetime(minutes: int) -> datetime:
    """The instant that ``to_minutes`` turned into ``minutes``. Raises OutOfWorkingTime beyond the years 1 to 9999."""
    try:
        return _ORIGIN + timedelta(minutes=minutes)
    except OverflowError:
        raise OutOfWorkingTime("a date lies outside the years 1 to 9999") from None


class WorkHorizon:
    """The columns of ``calendars`` (by their place in the sequence), over a horizon that grows on demand."""

    def __init__(self, calendars: Sequence[WorkCalendar], allowance: Allowance | None = None) -> None:
        self.calendars = calendars
        self._allowance = allowance or Allowance()
        self._first = self._stop = 0
        self.columns = _NOTHING

    def work_between(self, calendar: int, start: int, finish: int) -> int:
        """Working minutes from ``start`` to ``finish``; negative when ``finish`` is the earlier one."""
        return self._answer(work_arithmetic.work_between, calendar, start, finish)

    def add(self, calendar: int, instant: int, minutes: int) -> int:
        """The instant ``minutes`` of work after ``instant``, or before it when negative."""
        return self._answer(work_arithmetic.add_work, calendar, instant, minutes)

    def next_work_start(self, calendar: int, instant: int) -> int:
        """``instant`` if work goes on right after it, else the start of the next window."""
        return self._answer(work_arithmetic.next_work_start, calendar, instant)

    def previous_work_finish(self, calendar: int, instant: int) -> int:
        """``instant`` if work goes on right before it, else the end of the window before."""
        return self._answer(work_arithmetic.previous_work_finish, calendar, instant)

    def _answer(self, question: Callable[..., int], *about: int) -> int:
        """Asked anew of longer columns until the answer lies within them."""
        while True:
            try:
                return question(self.columns, *about)
            except HorizonTooShort:
                self.grow(*self.columns.lack)

    def cover(self, first: int, last: int) -> WorkColumns:
        """The columns once they hold the instants ``first`` to ``last``, with room on both sides."""
        days = (last - first) // MINUTES_PER_DAY
        room = max(_FIRST_HORIZON_DAYS // 2, days // 4)
        self._compile(_within(first // MINUTES_PER_DAY - room), _within(last // MINUTES_PER_DAY + room) + 1)
        return self.columns

    def grow(self, calendar: int, instant: int, way: int) -> None:
        """Let the columns reach further. Raises OutOfWorkingTime where that would not help ``calendar``."""
        day = instant // MINUTES_PER_DAY
        if not 0 <= day < _DAYS:
            raise OutOfWorkingTime(f"{self._name(calendar)}: a date lies outside the years 1 to 9999")
        if self.columns is _NOTHING:
            self._compile(_within(day - _FIRST_HORIZON_DAYS), _within(day + _FIRST_HORIZON_DAYS) + 1)
        elif self._first <= day < self._stop:
            self._look_further(calendar, instant, way)
        else:
            self._reach(calendar, day)

    def _reach(self, calendar: int, day: int) -> None:
        span = max(_FIRST_HORIZON_DAYS, self._stop - self._first)
        first = min(self._first, _within(day - span)) if day < self._first else self._first
        stop = max(self._stop, _within(day + span) + 1) if day >= self._stop else self._stop
        if stop - first > _LONGEST_HORIZON_DAYS:
            first, stop = min(day, self._first), max(day + 1, self._stop)
        if stop - first > _LONGEST_HORIZON_DAYS:
            raise OutOfWorkingTime(f"{self._name(calendar)}: the dates lie more than 1,000 years apart")
        self._compile(first, stop)

    def _look_further(self, calendar: int, instant: int, way: int) -> None:
        earliest, latest = _limits(self.calendars[calendar])
        span = self._stop - self._first
        if way > 0:
            limit = min(latest, self._first + _LONGEST_HORIZON_DAYS)
            first, stop = self._first, min(limit, self._stop + span)
        else:
            limit = max(earliest, self._stop - _LONGEST_HORIZON_DAYS)
            first, stop = max(limit, self._first - span), self._stop
        if first >= self._first and stop <= self._stop:
            raise OutOfWorkingTime(
                f"{self._name(calendar)} has too little working time {'after' if way > 0 else 'before'} "
                f"{to_datetime(instant):%Y-%m-%d %H:%M}"
            )
        self._compile(first, stop)

    def _name(self, calendar: int) -> str:
        return f"calendar {self.calendars[calendar].name!r}"

    def _compile(self, first: int, stop: int) -> None:
        """Whole blocks of days, so that plans about the same time ask for the same columns."""
        first, stop = first // _BLOCK_DAYS * _BLOCK_DAYS, min(-(-stop // _BLOCK_DAYS) * _BLOCK_DAYS, _DAYS)
        self._first, self._stop = first, stop
        windows = sum(windows_within(each, first, stop - first) for each in self.calendars)
        self._allowance.spend(windows)
        compiled: Callable[[tuple[WorkCalendar, ...], int, int], WorkColumns] = work_columns
        if windows <= _MOST_WINDOWS_OF_A_LARGE_PLAN:
            compiled = _kept_columns if windows <= _MOST_WINDOWS_KEPT else _kept_large_columns
        self.columns = compiled(tuple(self.calendars), first, stop - first)._replace(lack=[0, 0, 0])


@lru_cache(maxsize=64)
def _kept_columns(calendars: tuple[WorkCalendar, ...], first: int, days: int) -> WorkColumns:
    """Small plans take longer to compile their calendars than to calculate, and most share them with the one before."""
    return work_columns(calendars, first, days)


@lru_cache(maxsize=4)
def _kept_large_columns(calendars: tuple[WorkCalendar, ...], first: int, days: int) -> WorkColumns:
    """A large plan that is being edited is calculated again and again on the same calendars; each takes some MB."""
    return work_columns(calendars, first, days)


def _within(day: int) -> int:
    return min(max(day, 0), _DAYS - 1)


def _limits(calendar: WorkCalendar) -> tuple[int, int]:
    """From which day on, and before which, the calendar can have working time."""
    if any(calendar.week):
        return 0, _DAYS
    working = [each for each in calendar.exceptions if each.windows]
    return min(each.first.toordinal() for each in working) - 1, max(each.last.toordinal() for each in working)
