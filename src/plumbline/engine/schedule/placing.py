"""Where one node comes to lie: the steps that the passes are made of, over columns of integers."""

from __future__ import annotations

from plumbline.engine.calendars.work_arithmetic import add_work, next_work_start, previous_work_finish, work_between
from plumbline.engine.calendars.work_columns import WorkColumns
from plumbline.engine.schedule.network_columns import (
    FROM_FINISH,
    LATE_DATES_STAY,
    LATE_MOVES_TO_WINDOW_START,
    NEVER,
    NONE,
    PARTS,
    START_IS_PAST,
    STAYS_AT_WINDOW_END,
    TO_FINISH,
    WAITS_FOR_WORK,
    NetworkColumns,
)


def bound(net: NetworkColumns, work: WorkColumns, tie: int, starts: list[int], finishes: list[int]) -> int:
    """The instant that ``tie`` asks its successor to wait for: the predecessor's date, and the lag."""
    flags, node = net.tie_flags[tie], net.tie_from[tie]
    instant = finishes[node] if flags & FROM_FINISH else starts[node]
    if net.tie_lag[tie]:
        return add_work(work, net.tie_calendar[tie], instant, net.tie_lag[tie])
    if flags & WAITS_FOR_WORK:
        return next_work_start(work, net.tie_calendar[tie], instant)
    return instant


def finish_of(net: NetworkColumns, work: WorkColumns, node: int, start: int) -> int:
    """When the work of ``node`` is done that begins at ``start``."""
    if not net.flags[node] & PARTS:
        return add_work(work, net.calendar[node], start, net.duration[node])
    finish = start
    for part in range(net.part_first[node], net.part_first[node + 1]):
        begin = next_work_start(work, net.part_calendar[part], start)
        finish = max(finish, add_work(work, net.part_calendar[part], begin, net.part_duration[part]))
    return finish


def start_of(net: NetworkColumns, work: WorkColumns, node: int, finish: int) -> int:
    """When the work of ``node`` has to begin that is to be done at ``finish``."""
    if not net.flags[node] & PARTS:
        return add_work(work, net.calendar[node], finish, -net.duration[node])
    start = finish
    for part in range(net.part_first[node], net.part_first[node + 1]):
        end = previous_work_finish(work, net.part_calendar[part], finish)
        start = min(start, add_work(work, net.part_calendar[part], end, -net.part_duration[part]))
    return start


def asked(net: NetworkColumns, work: WorkColumns, node: int, starts: list[int], finishes: list[int]) -> tuple[int, int]:
    """Before which start and which finish the links into ``node`` do not let it lie."""
    start, finish = 0, 0
    for place in range(net.in_first[node], net.in_first[node + 1]):
        tie = net.in_tie[place]
        instant = bound(net, work, tie, starts, finishes)
        if net.tie_flags[tie] & TO_FINISH:
            finish = max(finish, instant)
        else:
            start = max(start, instant)
    return start, finish


def early_instant(net: NetworkColumns, work: WorkColumns, node: int, instant: int) -> int:
    """Where a node without duration comes to lie that links and floors allow from ``instant`` on."""
    if net.finish_pin[node] != NONE:
        instant = net.finish_pin[node]
    elif net.start_pin[node] != NONE:
        instant = net.start_pin[node]
    instant = min(instant, net.start_cap[node], net.finish_cap[node])
    calendar = net.calendar[node]
    if net.flags[node] & STAYS_AT_WINDOW_END and previous_work_finish(work, calendar, instant) == instant:
        return instant
    return next_work_start(work, calendar, instant)


def early_work(net: NetworkColumns, work: WorkColumns, node: int, start: int, finish: int) -> tuple[int, int]:
    """Where work comes to lie that may not start before ``start`` nor finish before ``finish``."""
    calendar = net.calendar[node]
    start = net.start_pin[node] if net.start_pin[node] != NONE else min(start, net.start_cap[node])
    early_start = next_work_start(work, calendar, start)
    if net.expected_finish[node] != NONE:
        net.duration[node] = max(0, work_between(work, calendar, early_start, net.expected_finish[node]))
    early_finish = finish_of(net, work, node, early_start)
    if finish > early_finish and net.start_pin[node] == NONE:
        early_finish = previous_work_finish(work, calendar, finish)
        early_start = start_of(net, work, node, early_finish)
    cap = net.finish_pin[node] if net.finish_pin[node] != NONE else net.finish_cap[node]
    if early_finish > cap or net.finish_pin[node] != NONE:
        early_finish = previous_work_finish(work, calendar, cap)
        early_start = start_of(net, work, node, early_finish)
    return early_start, early_finish


def latest(
    net: NetworkColumns, work: WorkColumns, node: int, starts: list[int], finishes: list[int], finish: int
) -> tuple[int, int]:
    """The latest start and finish of ``node`` that leave its successors at the dates in ``starts`` and ``finishes``.

    Links from a start that is past hold nothing.
    """
    start = NEVER
    past = net.flags[node] & START_IS_PAST
    for place in range(net.out_first[node], net.out_first[node + 1]):
        tie = net.out_tie[place]
        flags = net.tie_flags[tie]
        if past and not flags & FROM_FINISH:
            continue
        instant = finishes[net.tie_to[tie]] if flags & TO_FINISH else starts[net.tie_to[tie]]
        instant = add_work(work, net.tie_calendar[tie], instant, -net.tie_lag[tie])
        if flags & FROM_FINISH:
            finish = min(finish, instant)
        else:
            start = min(start, instant)
    return start, finish


def late_work(net: NetworkColumns, work: WorkColumns, node: int, start: int, finish: int) -> tuple[int, int]:
    """Where a node comes to lie that may not start after ``start`` nor finish after ``finish``."""
    calendar = net.calendar[node]
    stays = net.flags[node] & LATE_DATES_STAY
    if net.duration[node] == 0:
        if stays:
            return min(start, finish), min(start, finish)
        instant = previous_work_finish(work, calendar, min(start, finish))
        if net.flags[node] & LATE_MOVES_TO_WINDOW_START:
            instant = next_work_start(work, calendar, instant)
        return instant, instant
    late_finish = finish if stays else previous_work_finish(work, calendar, finish)
    late_start = start_of(net, work, node, late_finish)
    if start < late_start:
        late_start = next_work_start(work, calendar, start)
        late_finish = finish_of(net, work, node, late_start)
    return late_start, late_finish


STEPS = (bound, finish_of, start_of, asked, early_instant, early_work, latest, late_work)
"""In this order each calls only those before it and those of ``work_arithmetic``."""
