"""Steps of the passes in lanes. Elementwise: each works on a row of lanes as well as on one number."""

from __future__ import annotations

from typing import Any

import numpy as np

from plumbline.engine.forecast.lane_columns import LaneColumns, LaneWork
from plumbline.engine.forecast.lane_time import Lane, begin_at, end_at, work_before
from plumbline.engine.schedule.network_columns import NONE, PARTS

Array = Any

larger = np.maximum
smaller = np.minimum
one_of = np.where


def whole(minutes: Lane) -> Lane:
    """The nearest whole minutes."""
    return np.rint(minutes).astype(np.int32)


def lanes(width: int) -> Any:
    """All lanes of a row at once; a compiled machine goes through them one by one."""
    return (slice(0, width),)


def later_by(work: LaneWork, cells: int, works: int, instant: Lane, lag: int) -> Lane:
    """``instant`` and ``lag`` minutes of work, which are not 0 and may be negative."""
    done = work_before(work, cells, instant) + lag
    if lag > 0:
        return end_at(work, works, done)
    return begin_at(work, works, done)


def finish_of(net: LaneColumns, work: LaneWork, node: int, start: Lane, minutes: Lane) -> Lane:
    """When work that begins at ``start`` is done; by several, each in their own time, when the last of them is."""
    cells, works = net.cells[node], net.works[node]
    if not net.flags[node] & PARTS:
        return one_of(minutes > 0, end_at(work, works, work_before(work, cells, start) + minutes), start)
    finish = start
    for part in range(net.part_first[node], net.part_first[node + 1]):
        cells, works = net.part_cells[part], net.part_works[part]
        piece = whole(minutes * net.part_share[part])
        done = work_before(work, cells, start)
        finish = larger(finish, one_of(piece > 0, end_at(work, works, done + piece), begin_at(work, works, done)))
    return finish


def start_of(net: LaneColumns, work: LaneWork, node: int, finish: Lane, minutes: Lane) -> Lane:
    """When work has to begin that is to be done at ``finish``."""
    cells, works = net.cells[node], net.works[node]
    if not net.flags[node] & PARTS:
        return one_of(minutes > 0, begin_at(work, works, work_before(work, cells, finish) - minutes), finish)
    start = finish
    for part in range(net.part_first[node], net.part_first[node + 1]):
        cells, works = net.part_cells[part], net.part_works[part]
        piece = whole(minutes * net.part_share[part])
        done = work_before(work, cells, finish)
        start = smaller(start, one_of(piece > 0, begin_at(work, works, done - piece), end_at(work, works, done)))
    return start


def place_specially(net: LaneColumns, work: LaneWork, width: int, node: int, durations: Array, early: Array) -> None:
    """Early dates of a node with a pin, a cap, an expected finish or several parts (``placing.early_work``)."""
    cells, works = net.cells[node], net.works[node]
    for lane in lanes(width):
        start = smaller(early[0, node, lane], net.start_cap[node])
        finish = early[1, node, lane]
        if net.start_pin[node] != NONE:
            start = finish * 0 + net.start_pin[node]
        begin = begin_at(work, works, work_before(work, cells, start))
        minutes = durations[node, lane]
        if net.expected_finish[node] != NONE:
            until = work_before(work, cells, finish * 0 + net.expected_finish[node])
            minutes = larger(until - work_before(work, cells, begin), finish * 0)
            durations[node, lane] = minutes
        end = finish_of(net, work, node, begin, minutes)
        if net.start_pin[node] == NONE:
            pulled = finish > end
            reached = end_at(work, works, work_before(work, cells, larger(finish, end)))
            begin = one_of(pulled, start_of(net, work, node, reached, minutes), begin)
            end = one_of(pulled, reached, end)
        cap = smaller(finish * 0 + net.finish_cap[node], end)
        held = end > cap
        if net.finish_pin[node] != NONE:
            cap = finish * 0 + net.finish_pin[node]
            held = end == end
        reached = end_at(work, works, work_before(work, cells, cap))
        early[0, node, lane] = one_of(held, start_of(net, work, node, reached, minutes), begin)
        early[1, node, lane] = one_of(held, reached, end)


def place_parts_late(net: LaneColumns, work: LaneWork, width: int, node: int, durations: Array, late: Array) -> None:
    """Late dates of a node that several work at, each in their own time (``placing.late_work``)."""
    cells, works = net.cells[node], net.works[node]
    for lane in lanes(width):
        minutes = durations[node, lane]
        finish = end_at(work, works, work_before(work, cells, late[1, node, lane]))
        start = start_of(net, work, node, finish, minutes)
        held = late[0, node, lane] < start
        begin = begin_at(work, works, work_before(work, cells, smaller(late[0, node, lane], start)))
        late[0, node, lane] = one_of(held, begin, start)
        late[1, node, lane] = one_of(held, finish_of(net, work, node, begin, minutes), finish)


def instant_held(net: LaneColumns, node: int, instant: Lane) -> Lane:
    """Where pins and caps put a node that takes no time."""
    if net.finish_pin[node] != NONE:
        instant = instant * 0 + net.finish_pin[node]
    elif net.start_pin[node] != NONE:
        instant = instant * 0 + net.start_pin[node]
    return smaller(smaller(instant, net.start_cap[node]), net.finish_cap[node])


STEPS = (later_by, finish_of, start_of, place_specially, place_parts_late, instant_held)
"""In this order each calls only those before it and those of ``lane_time``."""
