"""Time as equal slots: only the minutes in which any of several calendars works, cut so finely that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.calendars.work_columns import WorkColumns

Minutes = NDArray[np.int64]
MOST_SLOTS, MOST_SLOTS_FOR_DATES = 50_000, 10_000


@dataclass(frozen=True, slots=True)
class Windows:
    """Working time: windows ``start`` to ``end`` in order, none touching the next, and the work ``before`` each."""

    start: Minutes
    end: Minutes
    before: Minutes

    def between(self, first: int, last: int) -> Windows:
        """The part of it from ``first`` to ``last``."""
        start, end = np.clip(self.start, first, last), np.clip(self.end, first, last)
        return merged(start[end > start], end[end > start])

    @property
    def total(self) -> int:
        return int(self.before[-1] + self.end[-1] - self.start[-1]) if len(self.start) else 0

    def work_before(self, instants: Minutes) -> Minutes:
        """Working minutes from the beginning of the first window to each instant."""
        if not len(self.start):
            return np.zeros_like(instants)
        place = np.maximum(np.searchsorted(self.start, instants, "right") - 1, 0)
        inside = np.clip(instants - self.start[place], 0, self.end[place] - self.start[place])
        return np.asarray(self.before[place] + inside, dtype=np.int64)

    def instants(self, work: Minutes, *, as_finish: bool) -> Minutes:
        """When so much work is done: as a finish the end of a window, as a start the beginning of the next."""
        place = np.searchsorted(self.before, work, "left" if as_finish else "right") - 1
        place = np.clip(place, 0, len(self.start) - 1)
        return np.asarray(self.start[place] + work - self.before[place], dtype=np.int64)

    def add(self, instants: Minutes, minutes: int) -> Minutes:
        """The instants so much work later, or earlier where ``minutes`` is negative; as ``WorkHorizon.add``."""
        if minutes == 0:
            return instants
        return self.instants(self.work_before(instants) + minutes, as_finish=minutes > 0)


def windows_of(columns: WorkColumns, calendar: int) -> Windows:
    first, stop = columns.first[calendar], columns.stop[calendar]
    return merged(
        np.array(columns.start[first:stop], dtype=np.int64), np.array(columns.end[first:stop], dtype=np.int64)
    )


def merged(start: Minutes, end: Minutes) -> Windows:
    """One for all that overlap or touch."""
    if not len(start):
        return Windows(start, end, start)
    order = np.argsort(start, kind="stable")
    start, end = start[order], np.maximum.accumulate(end[order])
    first = np.concatenate(([True], start[1:] > end[:-1]))
    last = np.concatenate((first[1:], [True]))
    start, end = start[first], end[last]
    return Windows(start, end, np.concatenate(([0], np.cumsum(end - start)[:-1])).astype(np.int64))


@dataclass(frozen=True, slots=True)
class Grid:
    """``count`` slots of ``size`` minutes each of the time in ``whole``; ``begins`` and ``ends`` of slot 0 to count.

    ``ends[n]`` is when the slot before n ends. ``works`` says by calendar whether work goes on in a slot, ``lags`` has
    the time that lags are counted in.
    """

    whole: Windows
    lags: dict[int, Windows]
    size: int
    count: int
    begins: Minutes
    ends: Minutes
    works: dict[int, NDArray[np.int64]]

    def slot_from(self, instant: int) -> int:
        """The first slot that begins at ``instant`` or later."""
        return int(np.searchsorted(self.begins, instant, "left"))

    def slot_by(self, instant: int) -> int:
        """The first slot before which all is over that is over at ``instant``."""
        return int(np.searchsorted(self.ends, instant, "left"))

    def length(self, minutes: int) -> int:
        """Slots that so much work takes, rounded up."""
        return -(-minutes // self.size)

    def shifted(self, calendar: int, lag: int, *, from_start: bool, to_finish: bool) -> Minutes:
        """For each instant of the grid the first slot that a lag after it allows; ``count + 1`` is beyond the last."""
        instants = self.begins if from_start else self.ends
        until = self.lags[calendar].add(instants, lag) if lag else instants
        found = np.searchsorted(self.ends if to_finish else self.begins, until, "left")
        return np.asarray(np.maximum.accumulate(found), dtype=np.int64)


def make_grid(
    calendars: dict[int, Windows], lags: dict[int, Windows], durations: Iterable[int], instants: Iterable[int]
) -> Grid:
    """The coarsest slots at whose bounds all work of ``calendars`` begins, changes hands and ends.

    ``durations`` and ``instants``, such as the dates of what cannot be moved, fall on bounds too, as far as that does
    not take more slots than can be searched: then the instants, and at last the durations are rounded up.
    """
    every = list(calendars.values())
    whole = merged(np.concatenate([each.start for each in every]), np.concatenate([each.end for each in every]))
    places = {
        calendar: merged(whole.work_before(each.start), whole.work_before(each.end))
        for calendar, each in calendars.items()
    }
    bounds = {int(one) for each in places.values() for one in (*each.start.tolist(), *each.end.tolist())}
    changes = gcd(*(bounds - {0, whole.total}))
    offsets = whole.work_before(np.array(list(instants), dtype=np.int64)).tolist()
    size = _size(whole.total, changes, tuple(durations), offsets)
    count = whole.total // size
    work = np.arange(count + 1, dtype=np.int64) * size
    begins, ends = whole.instants(work, as_finish=False), whole.instants(work, as_finish=True)
    ends[0] = begins[0]
    works = {calendar: _slots_of(each, size, count) for calendar, each in places.items()}
    return Grid(whole, lags, size, count, begins, ends, works)


def _size(total: int, changes: int, durations: Iterable[int], offsets: Iterable[int]) -> int:
    by_durations = gcd(changes, *durations) or max(1, total)
    finest = gcd(by_durations, *offsets)
    if total // finest <= MOST_SLOTS_FOR_DATES:
        return finest
    if total // by_durations <= MOST_SLOTS:
        return by_durations
    return _no_finer(changes, total // MOST_SLOTS + 1)


def _no_finer(changes: int, least: int) -> int:
    """The smallest divisor of ``changes`` that is ``least`` or more; ``changes`` itself if there is none."""
    if changes == 0:
        return least
    return next((each for each in range(least, changes) if changes % each == 0), changes)


def _slots_of(places: Windows, size: int, count: int) -> NDArray[np.int64]:
    steps: Any = np.zeros(count + 1, dtype=np.int64)
    np.add.at(steps, np.minimum(places.start // size, count), 1)
    np.add.at(steps, np.minimum(places.end // size, count), -1)
    return np.asarray(np.cumsum(steps)[:count], dtype=np.int64)
