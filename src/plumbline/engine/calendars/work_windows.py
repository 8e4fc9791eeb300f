"""A calendar compiled into columns: sorted windows of work over a horizon that grows on demand.

Instants are whole minutes since midnight of 1 January of the year 1, so the arithmetic is integer arithmetic.
Looking something up is one bisection, whatever the distance; the horizon doubles until it reaches far enough.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate

from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY, Window, WorkCalendar

_ORIGIN = datetime(1, 1, 1)
_LAST_DAY = date.max.toordinal()
_FIRST_HORIZON_DAYS = 400
_LONGEST_HORIZON_DAYS = 366_000


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


class WorkWindows:
    """The working time of one calendar, for hot loops: every instant is an ``int`` of minutes."""

    def __init__(self, calendar: WorkCalendar, allowance: Allowance | None = None) -> None:
        self.calendar = calendar
        self._allowance = allowance or Allowance()
        self._first_limit, self._last_limit = _limits(calendar)
        self._first_day = self._last_day = 0
        self._from = self._to = 0
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = [0]

    def work_between(self, start: int, finish: int) -> int:
        """Working minutes from ``start`` to ``finish``; negative when ``finish`` is the earlier one."""
        return self._position(finish, start) - self._position(start, finish)

    def add(self, instant: int, minutes: int) -> int:
        """The instant ``minutes`` of work after ``instant``, or before it when negative.

        Forward it is the earliest such instant (work that ends with a window ends there, not at the next window's
        start); backward it is the latest one (work that begins with a window begins there). Nothing is added for 0.
        """
        if minutes == 0:
            return instant
        return self._after(instant, minutes) if minutes > 0 else self._before_by(instant, -minutes)

    def next_work_start(self, instant: int) -> int:
        """``instant`` if work goes on right after it, else the start of the next window."""
        self._reach(instant, instant)
        while True:
            index = bisect_right(self._starts, instant) - 1
            if index >= 0 and instant < self._ends[index]:
                return instant
            if index + 1 < len(self._starts):
                return self._starts[index + 1]
            self._grow_forward(instant)

    def previous_work_finish(self, instant: int) -> int:
        """``instant`` if work goes on right before it, else the end of the window before."""
        self._reach(instant, instant)
        while True:
            index = bisect_left(self._starts, instant) - 1
            if index >= 0:
                return min(instant, self._ends[index])
            self._grow_backward(instant)

    def _after(self, instant: int, minutes: int) -> int:
        target = self._position(instant, instant) + minutes
        while target > self._before[-1]:
            self._grow_forward(instant)
        index = bisect_left(self._before, target) - 1
        return self._starts[index] + target - self._before[index]

    def _before_by(self, instant: int, minutes: int) -> int:
        target = self._position(instant, instant) - minutes
        while target < 0:
            self._grow_backward(instant)
            target = self._position(instant, instant) - minutes
        index = bisect_right(self._before, target) - 1
        return self._starts[index] + target - self._before[index]

    def _position(self, instant: int, other: int) -> int:
        """Working minutes of the horizon that lie before ``instant``. ``other`` must be in the horizon too."""
        if not (self._from <= instant <= self._to and self._from <= other <= self._to):
            self._reach(min(instant, other), max(instant, other))
        index = bisect_right(self._starts, instant) - 1
        if index < 0:
            return 0
        start, end = self._starts[index], self._ends[index]
        return self._before[index] + (instant if instant < end else end) - start

    def _reach(self, first: int, last: int) -> None:
        if self._from <= first and last <= self._to:
            return
        first_day, last_day = first // MINUTES_PER_DAY + 1, last // MINUTES_PER_DAY + 1
        if first_day < 1 or last_day > _LAST_DAY:
            raise OutOfWorkingTime(f"calendar {self.calendar.name!r}: a date lies outside the years 1 to 9999")
        if self._last_day == 0:
            self._first_day = self._last_day = first_day
        span = max(_FIRST_HORIZON_DAYS, self._last_day - self._first_day)
        wanted_first = max(1, first_day - span) if first_day <= self._first_day else self._first_day
        wanted_last = min(_LAST_DAY, last_day + span) if last_day >= self._last_day else self._last_day
        if wanted_last - wanted_first > _LONGEST_HORIZON_DAYS:
            wanted_first, wanted_last = min(first_day, self._first_day), max(last_day, self._last_day)
        if wanted_last - wanted_first > _LONGEST_HORIZON_DAYS:
            raise OutOfWorkingTime(f"calendar {self.calendar.name!r}: the dates lie more than 1,000 years apart")
        self._compile(wanted_first, wanted_last)

    def _grow_forward(self, instant: int) -> None:
        limit = min(self._last_limit, self._first_day + _LONGEST_HORIZON_DAYS)
        if self._last_day >= limit:
            raise self._ran_out("after", instant)
        self._compile(self._first_day, min(limit, 2 * self._last_day - self._first_day + 1))

    def _grow_backward(self, instant: int) -> None:
        limit = max(self._first_limit, self._last_day - _LONGEST_HORIZON_DAYS)
        if self._first_day <= limit:
            raise self._ran_out("before", instant)
        self._compile(max(limit, 2 * self._first_day - self._last_day - 1), self._last_day)

    def _ran_out(self, side: str, instant: int) -> OutOfWorkingTime:
        return OutOfWorkingTime(
            f"calendar {self.calendar.name!r} has too little working time {side} {to_datetime(instant):%Y-%m-%d %H:%M}"
        )

    def _compile(self, first_day: int, last_day: int) -> None:
        self._first_day, self._last_day = first_day, last_day
        days = _days(self.calendar, self._first_day, self._last_day)
        self._allowance.spend(sum(map(len, days)))
        starts: list[int] = []
        ends: list[int] = []
        for number, windows in enumerate(days, self._first_day - 1):
            midnight = number * MINUTES_PER_DAY
            for start, end in windows:
                if ends and ends[-1] == midnight + start:
                    ends[-1] = midnight + end
                else:
                    starts.append(midnight + start)
                    ends.append(midnight + end)
        self._starts, self._ends = starts, ends
        self._before = [0, *accumulate(end - start for start, end in zip(starts, ends, strict=True))]
        self._from = (self._first_day - 1) * MINUTES_PER_DAY
        self._to = self._last_day * MINUTES_PER_DAY


def _limits(calendar: WorkCalendar) -> tuple[int, int]:
    """The first and last day that can have working time."""
    if any(calendar.week):
        return 1, _LAST_DAY
    working = [each for each in calendar.exceptions if each.windows]
    return min(each.first.toordinal() for each in working), max(each.last.toordinal() for each in working)


def _days(calendar: WorkCalendar, first: int, last: int) -> list[tuple[Window, ...]]:
    weekday = date.fromordinal(first).weekday()
    pattern = calendar.week[weekday:] + calendar.week[:weekday]
    count = last - first + 1
    days = list(pattern * (count // 7 + 1))[:count]
    for exception in calendar.exceptions:
        begin, end = max(exception.first.toordinal(), first), min(exception.last.toordinal(), last)
        if begin <= end:
            days[begin - first : end - first + 1] = [exception.windows] * (end - begin + 1)
    return days
