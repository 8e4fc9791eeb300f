"""What people can do: working time, less what they are away, less the work of the line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from plumbline.engine.calendars import Window as Hours
from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.capacity.slots import Ints, Window

WHOLE = 100
_PARTS = 1_000_000
"""Three shares in per cent are taken of a minute, so a millionth of one is counted exactly."""


class InvalidShare(ValueError):
    """A share beyond what there is; the message names the days."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A share in per cent from ``first`` to ``last`` inclusive; open where a day is ``None``."""

    percent: int
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.percent <= WHOLE:
            raise InvalidShare(f"{self.percent} per cent from {self.first} to {self.last}: choose 0 to {WHOLE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who works by the calendar with the number ``calendar``.

    Of ``shares`` of full time the later in the tuple wins. Several times ``away``, or several pieces of ``line_work``,
    add up to all there is at most. ``line_work`` is a share of the time in which somebody is there.
    """

    calendar: int = 0
    first: date | None = None
    last: date | None = None
    shares: tuple[Spell, ...] = ()
    away: tuple[Spell, ...] = ()
    line_work: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class Supply:
    """Minutes by person (rows) and slot: ``working`` = ``away`` + ``line`` + ``free``, none of them negative."""

    working: Ints
    away: Ints
    line: Ints

    @property
    def free(self) -> Ints:
        """For projects."""
        return self.working - self.away - self.line


def supply(calendars: Sequence[WorkCalendar], members: Sequence[Member], of: Window) -> Supply:
    """Capacity of ``members`` in the slots of the window; minutes are rounded down per slot.

    A day gives its working minutes times the share; of that one is away for ``away`` per cent, and of the rest the
    line takes ``line_work`` per cent. Source: docs/methods/capacity.md.
    """
    by_day = [minutes_by_day(each, of) for each in calendars]
    begins = (of.starts[:-1] - of.starts[0]).astype(np.intp)
    parts = [np.zeros((len(members), of.count), dtype=np.int64) for _ in range(3)]
    for number, each in enumerate(members):
        for kept, days in zip(parts, _days(each, by_day[each.calendar], of), strict=True):
            kept[number] = np.add.reduceat(days, begins) // _PARTS
    return Supply(*parts)


def minutes_by_day(calendar: WorkCalendar, of: Window) -> Ints:
    """The working minutes of each day of the window."""
    first, stop = int(of.starts[0]), int(of.starts[-1])
    week = np.array([_minutes(each) for each in calendar.week], dtype=np.int64)
    days = week[(np.arange(first, stop) + 6) % 7]
    for each in calendar.exceptions:
        begin, end = max(each.first.toordinal(), first), min(each.last.toordinal(), stop - 1)
        if begin <= end:
            days[begin - first : end - first + 1] = _minutes(each.windows)
    return days


def windows_on(calendar: WorkCalendar, day: date) -> tuple[Hours, ...]:
    """Working times of one day; where exceptions overlap, the later one in the calendar wins."""
    for each in reversed(calendar.exceptions):
        if each.first <= day <= each.last:
            return each.windows
    return calendar.week[day.weekday()]


def _minutes(windows: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in windows)


def _days(member: Member, minutes: Ints, of: Window) -> tuple[Ints, Ints, Ints]:
    """Working, away and line work of each day, in millionths of a minute."""
    share = np.full(len(minutes), WHOLE, dtype=np.int64)
    for each in member.shares:
        share[_within(each.first, each.last, of)] = each.percent
    there = np.zeros(len(minutes), dtype=bool)
    there[_within(member.first, member.last, of)] = True
    working = np.where(there, minutes * share, 0)
    away, line = _sum(member.away, of, len(minutes)), _sum(member.line_work, of, len(minutes))
    return working * WHOLE * WHOLE, working * away * WHOLE, working * (WHOLE - away) * line


def _sum(spells: Iterable[Spell], of: Window, days: int) -> Ints:
    together = np.zeros(days, dtype=np.int64)
    for each in spells:
        together[_within(each.first, each.last, of)] += each.percent
    return np.minimum(together, WHOLE)


def _within(first: date | None, last: date | None, of: Window) -> slice:
    begin, stop = int(of.starts[0]), int(of.starts[-1])
    low = begin if first is None else min(max(first.toordinal(), begin), stop)
    high = stop if last is None else min(max(last.toordinal() + 1, begin), stop)
    return slice(low - begin, max(low, high) - begin)
