"""Working time as columns: the windows of several calendars over one horizon, and two indexes into them.

Instants are whole minutes since midnight of 1 January of the year 1, so the arithmetic is integer arithmetic. The
functions here and in ``work_arithmetic`` are the innermost loop of everything that calculates dates. They use nothing
but integers and columns, so that they run on lists as they stand and on arrays when they have been compiled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY, Window, WorkCalendar

MINUTES_PER_BUCKET = 512

Column = Sequence[int]


class WorkColumns(NamedTuple):
    """Windows of work ``start`` to ``end``, those of one calendar after those of another, each in order of time.

    ``before`` is the work of the horizon that lies before a window. ``first`` and ``stop`` say which windows are those
    of a calendar, ``total`` how much work they are. ``by_day`` gives for each day of the horizon the last window that
    begins on it or before; ``by_work`` for each ``MINUTES_PER_BUCKET`` of work the window in which they begin;
    ``day_base`` and ``work_base`` say where the entries of a calendar begin. ``horizon`` is the first day (counted from
    the origin) and how many there are. ``lack`` is where an answer that lies outside leaves word of what it needed.
    """

    start: Column
    end: Column
    before: Column
    first: Column
    stop: Column
    total: Column
    by_day: Column
    day_base: Column
    by_work: Column
    work_base: Column
    horizon: Column
    lack: list[int]


def work_columns(calendars: Iterable[WorkCalendar], first_day: int, days: int) -> WorkColumns:
    """The windows of ``calendars`` on ``days`` days from ``first_day``, as lists."""
    start: list[int] = []
    end: list[int] = []
    before: list[int] = []
    first: list[int] = []
    stop: list[int] = []
    total: list[int] = []
    by_day: list[int] = []
    day_base: list[int] = []
    by_work: list[int] = []
    work_base: list[int] = []
    for calendar in calendars:
        windows_of_days = _days(calendar, first_day + 1, days)
        first.append(len(start))
        day_base.append(len(by_day))
        work_base.append(len(by_work))
        for midnight, windows in enumerate(windows_of_days, first_day):
            for begin, finish in windows:
                start.append(midnight * MINUTES_PER_DAY + begin)
                end.append(midnight * MINUTES_PER_DAY + finish)
        by_day += list(accumulate(map(len, windows_of_days), initial=first[-1] - 1))[1:]
        work = list(accumulate(map(int.__sub__, end[first[-1] :], start[first[-1] :]), initial=0))
        before += work[:-1]
        by_work += _buckets(work, first[-1])
        stop.append(len(start))
        total.append(work[-1])
    horizon = [first_day, days]
    return WorkColumns(start, end, before, first, stop, total, by_day, day_base, by_work, work_base, horizon, [0, 0, 0])


def windows_within(calendar: WorkCalendar, first_day: int, days: int) -> int:
    """How many windows ``work_columns`` would give a calendar."""
    return sum(map(len, _days(calendar, first_day + 1, days)))


def _days(calendar: WorkCalendar, first: int, count: int) -> list[tuple[Window, ...]]:
    """The windows of each of ``count`` days from the one with the ordinal ``first``."""
    weekday = date.fromordinal(first).weekday()
    pattern = calendar.week[weekday:] + calendar.week[:weekday]
    days = list(pattern * (count // 7 + 1))[:count]
    last = first + count - 1
    for exception in calendar.exceptions:
        begin, end = max(exception.first.toordinal(), first), min(exception.last.toordinal(), last)
        if begin <= end:
            days[begin - first : end - first + 1] = [exception.windows] * (end - begin + 1)
    return days


def _buckets(work: list[int], first: int) -> list[int]:
    """For each bucket of work the window in which it begins; ``work`` is what lies before each window, and in all."""
    buckets: list[int] = []
    begun = 0
    for window, done in enumerate(work[1:], first):
        begin_here = -(-done // MINUTES_PER_BUCKET) - begun
        if begin_here:
            buckets += [window] * begin_here
            begun += begin_here
    return buckets
