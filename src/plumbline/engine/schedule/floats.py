"""Total and free float, in working minutes on the activity's own calendar."""

from __future__ import annotations

from plumbline.engine.schedule.backward_pass import LateDates
from plumbline.engine.schedule.forward_pass import EarlyDates
from plumbline.engine.schedule.kinds import FloatKind
from plumbline.engine.schedule.network import Tie


def total_float(node: int, early: EarlyDates, late: LateDates, kind: FloatKind) -> int:
    """Late less early date: the smaller of start and finish float unless ``kind`` says which; nothing once complete."""
    windows, activity = early.network.windows[node], early.network.activity[node]
    if activity is not None and activity.is_complete:
        return 0
    finish_float = windows.work_between(early.finish[node], late.finish[node])
    if kind is FloatKind.FINISH or (activity is not None and activity.is_started):
        return finish_float
    start_float = windows.work_between(early.start[node], late.start[node])
    return start_float if kind is FloatKind.START else min(start_float, finish_float)


def free_float(node: int, early: EarlyDates, project_finish: int, whole_float: int) -> int:
    """How far the node can slip before the first successor's early date moves; never below zero."""
    network, activity = early.network, early.network.activity[node]
    if activity is not None and activity.is_complete:
        return 0
    slacks = [_slack(node, tie, early) for tie in network.outgoing[node]]
    if slacks:
        return max(0, min(slacks))
    if early.conventions.open_ends_float_to_the_finish:
        return max(0, network.windows[node].work_between(early.finish[node], project_finish))
    return max(0, whole_float)


def _slack(node: int, tie: Tie, early: EarlyDates) -> int:
    windows = early.network.windows[node]
    own = early.finish[node] if tie.from_finish else early.start[node]
    others = early.finish[tie.node] if tie.to_finish else early.start[tie.node]
    if not early.conventions.free_float_shifts_by_lag_calendar:
        return windows.work_between(own, others) - tie.lag
    return windows.work_between(tie.windows.add(own, tie.lag), others)
