"""The passes of the critical path method over many iterations at once: the same rules as ``schedule/passes.py``.

``for lane in lanes(width)`` runs once with a whole row where the machine is NumPy, and once per iteration where it is
compiled; so one source serves both. ``early`` and ``late`` are arrays (start or finish, node, lane), ``durations``
(node, lane). What is written in terms of work before an instant is explained in docs/methods/monte-carlo.md.
"""

from __future__ import annotations

from plumbline.engine.forecast.lane_columns import (
    COUNTS,
    FINISH_BOUND,
    IDLE,
    SPECIAL,
    UNDER_WAY,
    LaneColumns,
    LaneWork,
)
from plumbline.engine.forecast.lane_placing import (
    Array,
    instant_held,
    lanes,
    larger,
    later_by,
    one_of,
    place_parts_late,
    place_specially,
    smaller,
)
from plumbline.engine.forecast.lane_time import begin_at, end_at, work_before
from plumbline.engine.schedule.network_columns import (
    COMPLETE,
    FROM_FINISH,
    JOINT,
    LATE_MOVES_TO_WINDOW_START,
    NONE,
    PARTS,
    START_IS_PAST,
    STAYS_AT_WINDOW_END,
    STAYS_THERE,
    TO_FINISH,
    WAITS_FOR_WORK,
)


def bind_early(net: LaneColumns, work: LaneWork, width: int, node: int, early: Array, floors: Array) -> None:
    """Before which start and finish floors and links do not let ``node`` lie."""
    push, start_floor, finish_floor = net.push_row[node], net.start_floor[node], net.finish_floor[node]
    for lane in lanes(width):
        early[0, node, lane] = start_floor
        early[1, node, lane] = finish_floor
    if push >= 0:
        for lane in lanes(width):
            early[0, node, lane] = floors[push, lane]
    for place in range(net.in_first[node], net.in_first[node + 1]):
        tie = net.in_tie[place]
        flags, other, lag = net.tie_flags[tie], net.tie_from[tie], net.tie_lag[tie]
        cells, works = net.tie_cells[tie], net.tie_works[tie]
        whence, end = flags & FROM_FINISH, (flags & TO_FINISH) >> 1
        if lag != 0:
            for lane in lanes(width):
                instant = later_by(work, cells, works, early[whence, other, lane], lag)
                early[end, node, lane] = larger(early[end, node, lane], instant)
        elif flags & WAITS_FOR_WORK:
            for lane in lanes(width):
                instant = begin_at(work, works, work_before(work, cells, early[whence, other, lane]))
                early[end, node, lane] = larger(early[end, node, lane], instant)
        else:
            for lane in lanes(width):
                early[end, node, lane] = larger(early[end, node, lane], early[whence, other, lane])


def place_early(net: LaneColumns, work: LaneWork, width: int, node: int, durations: Array, early: Array) -> None:
    """Where ``node`` comes to lie within what ``bind_early`` left in its row."""
    flags, cells, works = net.flags[node], net.cells[node], net.works[node]
    if flags & (COMPLETE | JOINT):
        for lane in lanes(width):
            early[0, node, lane] = larger(early[0, node, lane], early[1, node, lane])
            early[1, node, lane] = early[0, node, lane]
    elif flags & IDLE:
        for lane in lanes(width):
            instant = larger(early[0, node, lane], early[1, node, lane])
            if flags & SPECIAL:
                instant = instant_held(net, node, instant)
            done = work_before(work, cells, instant)
            begin = begin_at(work, works, done)
            if flags & STAYS_AT_WINDOW_END:
                begin = one_of(end_at(work, works, done) == instant, instant, begin)
            early[0, node, lane] = begin
            early[1, node, lane] = begin
    elif flags & SPECIAL:
        place_specially(net, work, width, node, durations, early)
    elif flags & FINISH_BOUND:
        for lane in lanes(width):
            minutes = durations[node, lane]
            done = larger(
                work_before(work, cells, early[0, node, lane]),
                work_before(work, cells, early[1, node, lane]) - minutes,
            )
            early[0, node, lane] = begin_at(work, works, done)
            early[1, node, lane] = one_of(minutes > 0, end_at(work, works, done + minutes), early[0, node, lane])
    else:
        for lane in lanes(width):
            minutes = durations[node, lane]
            done = work_before(work, cells, early[0, node, lane])
            early[0, node, lane] = begin_at(work, works, done)
            early[1, node, lane] = one_of(minutes > 0, end_at(work, works, done + minutes), early[0, node, lane])


def forward(
    net: LaneColumns, work: LaneWork, width: int, durations: Array, early: Array, floors: Array, last: Array
) -> None:
    """Early dates of every node, and in ``last`` when the last of those that count is done."""
    for lane in lanes(width):
        last[lane] = 0
    for node in net.order:
        if net.fixed_start[node] == NONE:
            bind_early(net, work, width, node, early, floors)
            place_early(net, work, width, node, durations, early)
        else:
            start, finish, begun, works = (
                net.fixed_start[node],
                net.fixed_finish[node],
                net.begun[node],
                net.works[node],
            )
            for lane in lanes(width):
                early[0, node, lane] = start
                early[1, node, lane] = finish
            if net.flags[node] & UNDER_WAY:
                for lane in lanes(width):
                    early[1, node, lane] = end_at(work, works, begun + durations[node, lane])
        if net.flags[node] & COUNTS:
            for lane in lanes(width):
                last[lane] = larger(last[lane], early[1, node, lane])


def bind_late(net: LaneColumns, work: LaneWork, width: int, node: int, dates: Array, last: Array) -> None:
    """After which start and finish limits and links do not let ``node`` lie; ``dates`` are those of its successors."""
    start_limit, finish_limit, past = net.start_limit[node], net.finish_limit[node], net.flags[node] & START_IS_PAST
    for lane in lanes(width):
        dates[0, node, lane] = start_limit
        dates[1, node, lane] = smaller(finish_limit, last[lane])
    for place in range(net.out_first[node], net.out_first[node + 1]):
        tie = net.out_tie[place]
        flags, other, lag = net.tie_flags[tie], net.tie_to[tie], net.tie_lag[tie]
        cells, works = net.tie_cells[tie], net.tie_works[tie]
        end, whither = flags & FROM_FINISH, (flags & TO_FINISH) >> 1
        if past and not flags & FROM_FINISH:
            continue
        if lag != 0:
            for lane in lanes(width):
                instant = later_by(work, cells, works, dates[whither, other, lane], -lag)
                dates[end, node, lane] = smaller(dates[end, node, lane], instant)
        else:
            for lane in lanes(width):
                dates[end, node, lane] = smaller(dates[end, node, lane], dates[whither, other, lane])


def place_late(net: LaneColumns, work: LaneWork, width: int, node: int, durations: Array, late: Array) -> None:
    """Where ``node`` comes to lie at the latest within what ``bind_late`` left in its row."""
    flags, cells, works = net.flags[node], net.cells[node], net.works[node]
    if flags & (COMPLETE | JOINT):
        for lane in lanes(width):
            late[0, node, lane] = smaller(late[0, node, lane], late[1, node, lane])
            late[1, node, lane] = late[0, node, lane]
    elif flags & IDLE:
        for lane in lanes(width):
            done = work_before(work, cells, smaller(late[0, node, lane], late[1, node, lane]))
            instant = end_at(work, works, done)
            if flags & LATE_MOVES_TO_WINDOW_START:
                instant = begin_at(work, works, done)
            late[0, node, lane] = instant
            late[1, node, lane] = instant
    elif flags & PARTS:
        place_parts_late(net, work, width, node, durations, late)
    else:
        for lane in lanes(width):
            minutes, finish = durations[node, lane], late[1, node, lane]
            done = smaller(
                work_before(work, cells, finish) - minutes,
                work_before(work, cells, smaller(late[0, node, lane], finish)),
            )
            late[0, node, lane] = begin_at(work, works, done)
            late[1, node, lane] = one_of(minutes > 0, end_at(work, works, done + minutes), late[0, node, lane])


def backward(
    net: LaneColumns, work: LaneWork, width: int, durations: Array, early: Array, late: Array, last: Array
) -> None:
    """Late dates of every node, from the finish of each iteration in ``last``."""
    for position in range(len(net.order) - 1, -1, -1):
        node = net.order[position]
        if net.flags[node] & STAYS_THERE or net.start_pin[node] != NONE or net.finish_pin[node] != NONE:
            for lane in lanes(width):
                late[0, node, lane] = early[0, node, lane]
                late[1, node, lane] = early[1, node, lane]
            continue
        bind_late(net, work, width, node, late, last)
        place_late(net, work, width, node, durations, late)
        if net.flags[node] & UNDER_WAY:
            gaps, cells, works = net.interruption[node], net.cells[node], net.works[node]
            for lane in lanes(width):
                left = durations[node, lane] - gaps
                done = work_before(work, cells, early[1, node, lane])
                begin = begin_at(work, works, done - left)
                late[0, node, lane] = one_of(left > 0, begin, early[1, node, lane])


def lie_late(
    net: LaneColumns, work: LaneWork, width: int, nodes: Array, durations: Array, early: Array, kept: Array, last: Array
) -> None:
    """Move ``nodes`` (successors first) as late as the early dates of their successors allow. ``kept`` is two rows."""
    for node in nodes:
        cells, works = net.cells[node], net.works[node]
        for lane in lanes(width):
            kept[0, lane] = early[0, node, lane]
            kept[1, lane] = early[1, node, lane]
        bind_late(net, work, width, node, early, last)
        for lane in lanes(width):
            finish, minutes = early[1, node, lane], durations[node, lane]
            start = smaller(early[0, node, lane], finish)
            done = smaller(work_before(work, cells, finish) - minutes, work_before(work, cells, start))
            begin = begin_at(work, works, done)
            moves = begin > kept[0, lane]
            early[0, node, lane] = one_of(moves, begin, kept[0, lane])
            early[1, node, lane] = one_of(moves, end_at(work, works, done + minutes), kept[1, lane])


PASSES = (bind_early, place_early, forward, bind_late, place_late, backward, lie_late)
"""In this order each calls only those before it, those of ``lane_placing`` and of ``lane_time``."""
