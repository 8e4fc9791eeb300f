"""The passes of the critical path method, over columns: integers in, integers out.

Each node is visited once a pass and each tie twice; each visit costs a few steps in a calendar. The functions call only
each other and those of ``work_arithmetic``, and raise HorizonTooShort when the columns of working time are too short.
"""

from __future__ import annotations

from plumbline.engine.calendars.work_arithmetic import add_work, next_work_start, previous_work_finish, work_between
from plumbline.engine.calendars.work_columns import WorkColumns
from plumbline.engine.schedule.network_columns import (
    COMPLETE,
    FINISH_FLOAT,
    FROM_FINISH,
    JOINT,
    LAG_SHIFTS_FREE_FLOAT,
    LATE_MOVES_TO_WINDOW_START,
    NEVER,
    NONE,
    OPEN_END_REACHES_FINISH,
    START_FLOAT,
    STARTED,
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
    duration = net.duration[node]
    early_finish = add_work(work, calendar, early_start, duration)
    if finish > early_finish and net.start_pin[node] == NONE:
        early_finish = previous_work_finish(work, calendar, finish)
        early_start = add_work(work, calendar, early_finish, -duration)
    cap = net.finish_pin[node] if net.finish_pin[node] != NONE else net.finish_cap[node]
    if early_finish > cap or net.finish_pin[node] != NONE:
        early_finish = previous_work_finish(work, calendar, cap)
        early_start = add_work(work, calendar, early_finish, -duration)
    return early_start, early_finish


def forward(net: NetworkColumns, work: WorkColumns, starts: list[int], finishes: list[int]) -> None:
    """Early dates: each node as soon as its predecessors, constraints and calendar let it."""
    for node in net.order:
        if net.fixed_start[node] != NONE:
            starts[node], finishes[node] = net.fixed_start[node], net.fixed_finish[node]
            continue
        start, finish = max(net.earliest[node], net.start_floor[node]), net.finish_floor[node]
        for place in range(net.in_first[node], net.in_first[node + 1]):
            tie = net.in_tie[place]
            instant = bound(net, work, tie, starts, finishes)
            if net.tie_flags[tie] & TO_FINISH:
                finish = max(finish, instant)
            else:
                start = max(start, instant)
        if net.flags[node] & (COMPLETE | JOINT):
            starts[node] = finishes[node] = max(start, finish)
        elif net.duration[node] == 0 and net.expected_finish[node] == NONE:
            starts[node] = finishes[node] = early_instant(net, work, node, max(start, finish))
        else:
            starts[node], finishes[node] = early_work(net, work, node, start, finish)


def latest(
    net: NetworkColumns, work: WorkColumns, node: int, starts: list[int], finishes: list[int], finish: int
) -> tuple[int, int]:
    """The latest start and finish of ``node`` that leave its successors at the dates in ``starts`` and ``finishes``.

    The start of work under way is past, so links from it hold nothing.
    """
    start = NEVER
    past = net.flags[node] & STARTED and net.fixed_start[node] != NONE
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
    calendar, duration = net.calendar[node], net.duration[node]
    if duration == 0:
        instant = previous_work_finish(work, calendar, min(start, finish))
        if net.flags[node] & LATE_MOVES_TO_WINDOW_START:
            instant = next_work_start(work, calendar, instant)
        return instant, instant
    late_finish = previous_work_finish(work, calendar, finish)
    late_start = add_work(work, calendar, late_finish, -duration)
    if start < late_start:
        late_start = next_work_start(work, calendar, start)
        late_finish = add_work(work, calendar, late_start, duration)
    return late_start, late_finish


def backward(
    net: NetworkColumns,
    work: WorkColumns,
    early_starts: list[int],
    early_finishes: list[int],
    project_finishes: list[int],
    starts: list[int],
    finishes: list[int],
) -> None:
    """Late dates: each node as late as its successors, constraints and ``project_finishes`` (one per node) let it."""
    for position in range(len(net.order) - 1, -1, -1):
        node = net.order[position]
        flags, fixed = net.flags[node], net.fixed_start[node]
        if fixed != NONE and flags & COMPLETE:
            starts[node], finishes[node] = fixed, net.fixed_finish[node]
            continue
        if net.start_pin[node] != NONE or net.finish_pin[node] != NONE:
            starts[node], finishes[node] = early_starts[node], early_finishes[node]
            continue
        finish = min(project_finishes[node], net.finish_limit[node])
        start, finish = latest(net, work, node, starts, finishes, finish)
        start = min(start, net.start_limit[node])
        if flags & (COMPLETE | JOINT):
            starts[node] = finishes[node] = min(start, finish)
            continue
        late_start, late_finish = late_work(net, work, node, start, finish)
        starts[node] = fixed if fixed != NONE and flags & STARTED else late_start
        finishes[node] = late_finish


def slack(net: NetworkColumns, work: WorkColumns, tie: int, starts: list[int], finishes: list[int]) -> int:
    """How far the predecessor can slip before ``tie`` moves the successor, in minutes of the predecessor's calendar."""
    flags, node, other = net.tie_flags[tie], net.tie_from[tie], net.tie_to[tie]
    own = finishes[node] if flags & FROM_FINISH else starts[node]
    others = finishes[other] if flags & TO_FINISH else starts[other]
    if net.flags[node] & LAG_SHIFTS_FREE_FLOAT:
        own = add_work(work, net.tie_calendar[tie], own, net.tie_lag[tie])
        return work_between(work, net.calendar[node], own, others)
    return work_between(work, net.calendar[node], own, others) - net.tie_lag[tie]


def floats(
    net: NetworkColumns,
    work: WorkColumns,
    early: tuple[list[int], list[int]],
    late: tuple[list[int], list[int]],
    project_finishes: list[int],
    total_floats: list[int],
    free_floats: list[int],
) -> None:
    """Total and free float of every node, in working minutes on its own calendar; 0 once complete."""
    for node in net.order:
        flags, calendar = net.flags[node], net.calendar[node]
        if flags & COMPLETE:
            continue
        total = work_between(work, calendar, early[1][node], late[1][node])
        if not flags & (FINISH_FLOAT | STARTED):
            start_float = work_between(work, calendar, early[0][node], late[0][node])
            total = start_float if flags & START_FLOAT else min(total, start_float)
        total_floats[node] = total
        free = NEVER
        for place in range(net.out_first[node], net.out_first[node + 1]):
            free = min(free, slack(net, work, net.out_tie[place], early[0], early[1]))
        if free == NEVER:
            free = total
            if flags & OPEN_END_REACHES_FINISH:
                free = work_between(work, calendar, early[1][node], project_finishes[node])
        free_floats[node] = max(0, free)


def driving(net: NetworkColumns, work: WorkColumns, starts: list[int], finishes: list[int], drives: list[int]) -> None:
    """Marks the ties without slack towards the early dates of their successor: they hold it where it is.

    A complete predecessor drives nothing any more, and nothing drives a node with fixed dates.
    """
    for tie in range(len(net.tie_from)):
        node = net.tie_to[tie]
        if net.fixed_start[node] != NONE or net.flags[net.tie_from[tie]] & COMPLETE:
            continue
        held = finishes[node] if net.tie_flags[tie] & TO_FINISH else starts[node]
        instant = bound(net, work, tie, starts, finishes)
        drives[tie] = instant >= held or (
            instant >= net.earliest[node] and work_between(work, net.calendar[node], instant, held) <= 0
        )


def use_free_float(
    net: NetworkColumns,
    work: WorkColumns,
    nodes: list[int],
    project_finishes: list[int],
    starts: list[int],
    finishes: list[int],
) -> None:
    """Move the early dates of ``nodes`` (successors first) as late as their successors' early dates allow."""
    for node in nodes:
        calendar, duration = net.calendar[node], net.duration[node]
        start, bound_finish = latest(net, work, node, starts, finishes, project_finishes[node])
        new_finish = previous_work_finish(work, calendar, bound_finish)
        new_start = add_work(work, calendar, new_finish, -duration)
        if start < new_start:
            new_start, new_finish = start, add_work(work, calendar, start, duration)
        if new_start > starts[node]:
            starts[node], finishes[node] = new_start, new_finish


PASSES = (
    bound,
    early_instant,
    early_work,
    forward,
    latest,
    late_work,
    backward,
    slack,
    floats,
    driving,
    use_free_float,
)
"""In this order each calls only those before it."""
