"""The constraint 'as late as possible', which needs the dates of both passes."""

from __future__ import annotations

from plumbline.engine.schedule.backward_pass import LateDates, latest
from plumbline.engine.schedule.forward_pass import EarlyDates, work_until


def move_late(early: EarlyDates, late: LateDates, project_finish: int) -> EarlyDates:
    """Early dates with the late-placed nodes moved: in P6 within their free float, in MS Project to their late dates.

    MS Project's tasks push their successors as far as those have float; P6's leave successors untouched.
    """
    nodes = early.limits.as_late_as_possible
    if not nodes:
        return early
    if early.conventions.late_as_possible_moves_successors:
        for node in nodes:
            floor = early.limits.start_floor
            floor[node] = max(late.start[node], floor.get(node, 0))
        return EarlyDates(early.network, early.limits, early.conventions)
    moved = set(nodes)
    for node in reversed(early.network.order):
        if node in moved:
            _use_free_float(node, early, project_finish)
    return early


def _use_free_float(node: int, early: EarlyDates, project_finish: int) -> None:
    network = early.network
    start, finish = latest(network.outgoing[node], early.start, early.finish, project_finish)
    windows, duration = network.windows[node], network.duration[node]
    new_start, new_finish = work_until(windows, finish, duration)
    if start < new_start:
        new_start, new_finish = start, windows.add(start, duration)
    if new_start > early.start[node]:
        early.start[node], early.finish[node] = new_start, new_finish
