"""From a network to the columns that passes in lanes run on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.calendars.work_columns import WorkColumns
from plumbline.engine.forecast.lane_columns import (
    COUNTS,
    FAR,
    FINISH_BOUND,
    IDLE,
    SPECIAL,
    UNDER_WAY,
    LaneColumns,
    LaneWork,
)
from plumbline.engine.schedule.network import Network
from plumbline.engine.schedule.network_columns import COMPLETE, NEVER, NONE, PARTS, TO_FINISH, NetworkColumns

_DAY = 1440
_MOST_CELLS = 100_000_000

Ints = NDArray[np.int32]


@dataclass(frozen=True)
class LaneTime:
    """Working time of all calendars between two instants, in lanes; ``one`` calendar or several.

    ``origin`` is what instants are counted from, in minutes since the year 1.
    """

    work: LaneWork
    origin: int
    one: bool
    cell_base: list[int]
    work_base: list[int]

    def instant(self, minutes: int) -> int:
        """Minutes since the year 1 as an instant in lanes; 'no date' and 'no limit' as such."""
        if minutes == NONE:
            return NONE
        if minutes >= NEVER:
            return FAR
        since = max(0, minutes - self.origin)
        if not self.one or not minutes:
            return since
        cell = min(since // self.work.grain, len(self.work.reached) - 1)
        reached = int(self.work.reached[cell])
        done = (reached >> 1) + (reached & 1) * (since - cell * self.work.grain)
        # An instant in a gap stands with the start of work after it, as does one at which work begins.
        previous = int(self.work.reached[(since - 1) // self.work.grain]) if since else 0
        return done << 1 | (0 if previous & 1 and not reached & 1 else 1)

    def minutes(self, instants: NDArray[np.int64]) -> NDArray[np.int64]:
        """Instants in lanes as minutes since the year 1."""
        if not self.one:
            return instants + self.origin
        done = (instants >> 1) - 1 + (instants & 1)
        cell = done // self.work.grain
        begin = self.work.begins[cell] + (done - cell * self.work.grain)
        return np.asarray(begin + (1 - (instants & 1)) + self.origin, dtype=np.int64)


def lane_time(columns: WorkColumns, used: Sequence[int], one: bool) -> LaneTime:
    """The calendars in ``used`` of ``columns``, in cells as large as the edges of their windows allow.

    Raises OutOfWorkingTime where they would take more memory than any plan should.
    """
    origin, minutes = columns.horizon[0] * _DAY, columns.horizon[1] * _DAY
    windows = [slice(columns.first[each], columns.stop[each]) for each in used]
    starts = [np.asarray(columns.start[each], dtype=np.int64) - origin for each in windows]
    ends = [np.asarray(columns.end[each], dtype=np.int64) - origin for each in windows]
    grain = int(np.gcd.reduce(np.concatenate((*starts, *ends, [_DAY]))))
    cells = minutes // grain
    if cells * len(used) > _MOST_CELLS or minutes > FAR // 2:
        raise OutOfWorkingTime("the calendars of the plan have more working times than can be simulated")
    reached: list[Ints] = []
    begins: list[Ints] = []
    cell_base, work_base = [0] * len(columns.first), [0] * len(columns.first)
    for number, calendar in enumerate(used):
        edges = np.zeros(cells + 1, dtype=np.int32)
        np.add.at(edges, starts[number] // grain, 1)
        np.add.at(edges, ends[number] // grain, -1)
        works = np.cumsum(edges[:-1], dtype=np.int32)
        # One cell of work before all others, so that there is always an end of work to look back to.
        before = np.cumsum(works, dtype=np.int32) - works + 1
        cell_base[calendar] = number * cells
        work_base[calendar] = sum(map(len, begins))
        reached.append(before * np.int32(2 * grain) + works)
        begins.append(np.concatenate(([-grain], np.flatnonzero(works) * grain)).astype(np.int32))
    work = LaneWork(grain, 1 / grain, np.concatenate(reached), np.concatenate(begins))
    return LaneTime(work, origin, one, cell_base, work_base)


def shows_no_gap(network: Network, time: LaneTime) -> bool:
    """Whether no instant that comes to be shown lies within a gap of the one calendar, where it could not be written.

    What is complete or joins others may lie in a gap, but then something that is open ends later.
    """
    net, activity = network.columns, network.activity
    shown = np.array([*net.fixed_start, *net.fixed_finish], dtype=np.int64)
    dates = np.unique(shown[shown != NONE])
    written = np.array([time.instant(int(each)) for each in dates], dtype=np.int64)
    is_open = any(network.counts(node) and not net.flags[node] & COMPLETE for node in range(len(activity)))
    return is_open and bool(np.array_equal(time.minutes(written), dates))


def lane_columns(network: Network, time: LaneTime, drawn: Sequence[bool], pushed: Sequence[int]) -> LaneColumns:
    """The columns of ``network``; ``drawn`` says whose duration varies, ``pushed`` which nodes get floors in lanes."""
    net = network.columns
    count = len(network.activity)
    push_row = np.full(count, -1, dtype=np.int32)
    push_row[list(pushed)] = np.arange(len(pushed))
    under_way = [node for node in range(count) if net.resume[node] != NONE and not net.flags[node] & PARTS]
    begun = np.zeros(count, dtype=np.int32)
    gaps = np.zeros(count, dtype=np.int32)
    for node in under_way:
        activity = network.activity[node]
        assert activity is not None
        gaps[node] = activity.interruption
        begun[node] = _work_before(time, net.calendar[node], net.fixed_finish[node]) - net.duration[node]
    moved: Callable[[Sequence[int]], Ints] = lambda column: np.array(  # noqa: E731
        [time.instant(each) for each in column], dtype=np.int32
    )
    dates = {name: moved(getattr(net, name)) for name in _DATES}
    dates["start_floor"] = moved(list(map(max, net.start_floor, net.earliest)))
    shares = [
        minutes / net.duration[node] if net.duration[node] else 0.0
        for node in range(count)
        for minutes in net.part_duration[net.part_first[node] : net.part_first[node + 1]]
    ]
    return LaneColumns(
        order=_ints(net.order),
        flags=_flags(network, drawn, set(under_way)),
        **dates,
        begun=begun,
        **_calendars(net, time),
        interruption=gaps,
        part_share=np.array(shares, dtype=np.float64),
        push_row=push_row,
        **{name: _ints(getattr(net, name)) for name in _AS_THEY_ARE},
    )


_DATES = (
    "finish_floor",
    "start_limit",
    "finish_limit",
    "start_cap",
    "finish_cap",
    "start_pin",
    "finish_pin",
    "fixed_start",
    "fixed_finish",
    "expected_finish",
)
_AS_THEY_ARE = (
    "part_first",
    "in_first",
    "in_tie",
    "out_first",
    "out_tie",
    "tie_from",
    "tie_to",
    "tie_flags",
    "tie_lag",
)


def _calendars(net: NetworkColumns, time: LaneTime) -> dict[str, Ints]:
    places = {"": net.calendar, "part_": net.part_calendar, "tie_": net.tie_calendar}
    bases = {"cells": time.cell_base, "works": time.work_base}
    return {
        prefix + name: _ints([base[each] for each in calendars])
        for prefix, calendars in places.items()
        for name, base in bases.items()
    }


def _ints(column: Sequence[int]) -> Ints:
    return np.array(column, dtype=np.int32)


def _work_before(time: LaneTime, calendar: int, minutes: int) -> int:
    instant, work = time.instant(minutes), time.work
    if time.one:
        return instant >> 1
    cell = instant // work.grain
    reached = int(work.reached[time.cell_base[calendar] + cell])
    return (reached >> 1) + (reached & 1) * (instant - cell * work.grain)


def _flags(network: Network, drawn: Sequence[bool], under_way: set[int]) -> Ints:
    net = network.columns
    bound_finish = {net.tie_to[tie] for tie, flags in enumerate(net.tie_flags) if flags & TO_FINISH}
    flags = list(net.flags)
    for node in range(len(flags)):
        capped = min(net.start_cap[node], net.finish_cap[node]) != NEVER
        expected = net.expected_finish[node] != NONE
        pinned = net.start_pin[node] != NONE or net.finish_pin[node] != NONE
        special = capped or expected or pinned or flags[node] & PARTS
        idle = not net.duration[node] and not drawn[node] and not expected
        flags[node] |= SPECIAL if special else 0
        flags[node] |= IDLE if idle else 0
        flags[node] |= COUNTS if network.counts(node) else 0
        flags[node] |= FINISH_BOUND if node in bound_finish or net.finish_floor[node] else 0
        flags[node] |= UNDER_WAY if node in under_way else 0
    return _ints(flags)
