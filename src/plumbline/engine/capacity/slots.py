"""Spans of days that lie in one week and in one month: weeks, cut where a month begins.

What is counted by slot adds up to weeks and to months alike, so it is counted once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)
"""What lies before or after is counted at the edge, so that nothing is lost."""


class Per(StrEnum):
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Window:
    """``count`` slots from the one with the number ``first`` on."""

    first: int
    count: int

    @property
    def stop(self) -> int:
        return self.first + self.count

    @property
    def first_day(self) -> date:
        return first_day_of(self.first)

    @property
    def last_day(self) -> date:
        return first_day_of(self.stop) - timedelta(days=1)

    @property
    def starts(self) -> Ints:
        """The ordinals of the first day of each slot, and of the day after the last one."""
        return _starts()[self.first : self.stop + 1]


@dataclass(frozen=True, slots=True)
class Periods:
    """Weeks or months of a window: the first day of each, and with which slot of the window it begins."""

    days: tuple[date, ...]
    begins: tuple[int, ...]


def slot_of(day: date) -> int:
    """The number of the slot that the day lies in, counted from 1970."""
    return int(slots_of(np.array([day.toordinal()]))[0])


def slots_of(ordinals: npt.NDArray[np.integer]) -> Ints:
    """Numbers of the slots that days lie in, given as ordinals."""
    found: Ints = np.searchsorted(_starts(), ordinals, side="right") - 1
    return np.clip(found, 0, len(_starts()) - 2)


def first_day_of(slot: int) -> date:
    return date.fromordinal(int(_starts()[slot]))


def window(first: date, last: date) -> Window:
    """All slots that hold a day from ``first`` to ``last``."""
    begin = slot_of(first)
    return Window(begin, slot_of(last) - begin + 1)


def weeks_from(day: date, count: int) -> Window:
    """``count`` whole weeks from the Monday of ``day`` on."""
    monday = day - timedelta(days=day.weekday())
    return window(monday, monday + timedelta(days=7 * count - 1))


def months_from(day: date, count: int) -> Window:
    """``count`` whole months from the first of the month of ``day`` on."""
    index = day.year * 12 + day.month - 1 + count
    return window(day.replace(day=1), date(index // 12, index % 12 + 1, 1) - timedelta(days=1))


def periods(of: Window, per: Per) -> Periods:
    """The weeks or months that the window holds a day of; each begins on its Monday or its first."""
    days = [date.fromordinal(int(each)) for each in of.starts[:-1]]
    named = [each - timedelta(days=each.weekday()) if per is Per.WEEK else each.replace(day=1) for each in days]
    begins = tuple(number for number, each in enumerate(named) if number == 0 or each != named[number - 1])
    return Periods(tuple(named[each] for each in begins), begins)


def folded(minutes: npt.NDArray[np.integer], by: Periods) -> Ints:
    """Sums over the slots of each period, along the last axis."""
    sums: Ints = np.add.reduceat(minutes, np.array(by.begins, dtype=np.intp), axis=-1, dtype=np.int64)
    return sums


def laid_into(of: Window, first: int, minutes: npt.NDArray[np.integer]) -> Ints:
    """A series that begins with slot ``first`` as it looks through the window: 0 where it says nothing."""
    seen = np.zeros(of.count, dtype=np.int64)
    begin, stop = max(first, of.first), min(first + len(minutes), of.stop)
    if begin < stop:
        seen[begin - of.first : stop - of.first] = minutes[begin - first : stop - first]
    return seen


@cache
def _starts() -> Ints:
    first, last = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
    mondays = np.arange(first + (7 - FIRST_DAY.weekday()) % 7, last + 1, 7)
    months = [date(year, month, 1).toordinal() for year in range(1970, 2200) for month in range(1, 13)]
    return np.unique(np.concatenate([mondays, np.array([*months, last + 1])])).astype(np.int64)
