"""Late dates: each node as late as its successors, constraints and the finish of the project let it."""

from __future__ import annotations

from plumbline.engine.schedule.conventions import Conventions
from plumbline.engine.schedule.date_limits import DateLimits
from plumbline.engine.schedule.forward_pass import EarlyDates, work_until
from plumbline.engine.schedule.kinds import ActivityKind
from plumbline.engine.schedule.network import Network, Tie


class LateDates:
    """The columns ``start`` and ``finish`` (minutes, one entry per node), filled against network order."""

    def __init__(
        self, network: Network, limits: DateLimits, conventions: Conventions, early: EarlyDates, finish: int
    ) -> None:
        self.network = network
        self.limits = limits
        self.conventions = conventions
        self.early = early
        self.project_finish = finish
        self.start = [0] * len(network.order)
        self.finish = [0] * len(network.order)
        for node in reversed(network.order):
            self.start[node], self.finish[node] = self._place(node)

    def _place(self, node: int) -> tuple[int, int]:
        activity, fixed = self.network.activity[node], self.network.fixed[node]
        if fixed and activity and activity.is_complete:
            return fixed
        if node in self.limits.start_pin or node in self.limits.finish_pin:
            return self.early.start[node], self.early.finish[node]
        start, finish = self._bounds(
            node, start_is_past=fixed is not None and activity is not None and activity.is_started
        )
        if activity is None or activity.is_complete:
            return min(start, finish), min(start, finish)
        late_start, late_finish = self._place_work(node, activity.kind, start, finish)
        return (fixed[0] if fixed and activity.is_started else late_start), late_finish

    def _bounds(self, node: int, start_is_past: bool) -> tuple[int, int]:
        ties, limits = self.network.outgoing[node], self.limits
        if start_is_past:
            ties = [tie for tie in ties if tie.from_finish]
        finish = min(self.project_finish, limits.finish_limit.get(node, self.project_finish))
        start, finish = latest(ties, self.start, self.finish, finish)
        return min(start, limits.start_limit.get(node, start)), finish

    def _place_work(self, node: int, kind: ActivityKind, start: int, finish: int) -> tuple[int, int]:
        windows, duration = self.network.windows[node], self.network.duration[node]
        if duration == 0:
            instant = windows.previous_work_finish(min(start, finish))
            if kind is ActivityKind.START_MILESTONE and not self.conventions.every_milestone_may_end_a_window:
                instant = windows.next_work_start(instant)
            return instant, instant
        late_start, late_finish = work_until(windows, finish, duration)
        if start < late_start:
            late_start = windows.next_work_start(start)
            late_finish = windows.add(late_start, duration)
        return late_start, late_finish


_NEVER = 1 << 62


def latest(ties: list[Tie], starts: list[int], finishes: list[int], finish: int) -> tuple[int, int]:
    """The latest start and finish that leave all successors at the dates in ``starts`` and ``finishes``."""
    start = _NEVER
    for tie in ties:
        instant = finishes[tie.node] if tie.to_finish else starts[tie.node]
        if tie.lag:
            instant = tie.windows.add(instant, -tie.lag)
        if tie.from_finish:
            finish = min(finish, instant)
        else:
            start = min(start, instant)
    return start, finish
