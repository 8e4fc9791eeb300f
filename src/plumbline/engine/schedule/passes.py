"""The passes of the critical path method, over columns: integers in, integers out.

Each node is visited once a pass and each tie twice; each visit costs a few steps in a calendar. The functions call only
each other and those of ``placing``, and raise HorizonTooShort when the columns of working time are too short.
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
    LOGIC_FLOAT,
    NEVER,
    NONE,
    OPEN_END_REACHES_FINISH,
    START_FLOAT,
    STARTED,
    STAYS_THERE,
    TO_FINISH,
    NetworkColumns,
)
from plumbline.engine.schedule.placing import (
    asked,
    bound,
    early_instant,
    early_work,
    finish_of,
    late_work,
    latest,
    start_of,
)


def forward(net: NetworkColumns, work: WorkColumns, starts: list[int], finishes: list[int]) -> None:
    """Early dates: each node as soon as its predecessors, constraints and calendar let it."""
    for node in net.order:
        if net.fixed_start[node] != NONE:
            starts[node], finishes[node] = net.fixed_start[node], net.fixed_finish[node]
            continue
        start, finish = asked(net, work, node, starts, finishes)
        start, finish = max(start, net.earliest[node], net.start_floor[node]), max(finish, net.finish_floor[node])
        if net.flags[node] & (COMPLETE | JOINT):
            starts[node] = finishes[node] = max(start, finish)
        elif net.duration[node] == 0 and net.expected_finish[node] == NONE:
            starts[node] = finishes[node] = early_instant(net, work, node, max(start, finish))
        else:
            starts[node], finishes[node] = early_work(net, work, node, start, finish)


def backward(
    net: NetworkColumns,
    work: WorkColumns,
    early_starts: list[int],
    early_finishes: list[int],
    project_finishes: list[int],
    starts: list[int],
    finishes: list[int],
) -> None:
    """Late dates: each node as late as its successors, constraints and ``project_finishes`` (one per node) let it.

    The late start of work under way is when the rest of it goes on, which nothing can move.
    """
    for position in range(len(net.order) - 1, -1, -1):
        node = net.order[position]
        flags = net.flags[node]
        if flags & STAYS_THERE:
            starts[node], finishes[node] = net.fixed_start[node], net.fixed_finish[node]
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
        starts[node], finishes[node] = late_work(net, work, node, start, finish)
        if net.resume[node] != NONE:
            starts[node] = net.resume[node]


def slack(net: NetworkColumns, work: WorkColumns, tie: int, starts: list[int], finishes: list[int]) -> int:
    """How far the predecessor can slip before ``tie`` moves the successor, in minutes of the predecessor's calendar."""
    flags, node, other = net.tie_flags[tie], net.tie_from[tie], net.tie_to[tie]
    own = finishes[node] if flags & FROM_FINISH else starts[node]
    others = finishes[other] if flags & TO_FINISH else starts[other]
    if net.flags[node] & LAG_SHIFTS_FREE_FLOAT:
        own = add_work(work, net.tie_calendar[tie], own, net.tie_lag[tie])
        return work_between(work, net.float_calendar[node], own, others)
    return work_between(work, net.float_calendar[node], own, others) - net.tie_lag[tie]


def logical_start(net: NetworkColumns, work: WorkColumns, node: int, starts: list[int], finishes: list[int]) -> int:
    """Where a pinned node would begin if it were not pinned."""
    start, finish = asked(net, work, node, starts, finishes)
    start = next_work_start(work, net.calendar[node], max(start, net.earliest[node]))
    if finish > finish_of(net, work, node, start):
        return start_of(net, work, node, finish)
    return start


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
        flags, calendar = net.flags[node], net.float_calendar[node]
        if flags & COMPLETE:
            continue
        total = work_between(work, calendar, early[1][node], late[1][node])
        if not flags & (FINISH_FLOAT | STARTED):
            begin = logical_start(net, work, node, early[0], early[1]) if flags & LOGIC_FLOAT else early[0][node]
            start_float = work_between(work, calendar, begin, late[0][node])
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
        calendar = net.calendar[node]
        start, bound_finish = latest(net, work, node, starts, finishes, project_finishes[node])
        new_finish = previous_work_finish(work, calendar, bound_finish)
        new_start = start_of(net, work, node, new_finish)
        if start < new_start:
            new_start, new_finish = start, finish_of(net, work, node, start)
        if new_start > starts[node]:
            starts[node], finishes[node] = new_start, new_finish


PASSES = (forward, backward, slack, logical_start, floats, driving, use_free_float)
"""In this order each calls only those before it."""
