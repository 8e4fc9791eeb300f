"""Early dates: each node as soon as its predecessors, constraints and calendar let it."""

from __future__ import annotations

from plumbline.engine.calendars.work_windows import WorkWindows
from plumbline.engine.schedule.conventions import Conventions
from plumbline.engine.schedule.date_limits import DateLimits
from plumbline.engine.schedule.kinds import ActivityKind
from plumbline.engine.schedule.network import Network, Tie


class EarlyDates:
    """The columns ``start`` and ``finish`` (minutes, one entry per node), filled in network order on creation."""

    def __init__(self, network: Network, limits: DateLimits, conventions: Conventions) -> None:
        self.network = network
        self.limits = limits
        self.conventions = conventions
        self.start = [0] * len(network.order)
        self.finish = [0] * len(network.order)
        for node in network.order:
            self.start[node], self.finish[node] = network.fixed[node] or self._place(node)

    def bound(self, tie: Tie) -> int:
        """The instant that ``tie`` asks its successor to wait for: the predecessor's date, and the lag."""
        instant = self.finish[tie.node] if tie.from_finish else self.start[tie.node]
        if tie.lag:
            return tie.windows.add(instant, tie.lag)
        if not tie.from_finish and self.conventions.zero_lag_start_waits_for_work and not self._is_complete(tie.node):
            return tie.windows.next_work_start(instant)
        return instant

    def _is_complete(self, node: int) -> bool:
        activity = self.network.activity[node]
        return activity is not None and activity.is_complete

    def _place(self, node: int) -> tuple[int, int]:
        start = max(self.conventions.earliest, self.limits.start_floor.get(node, 0))
        finish = self.limits.finish_floor.get(node, 0)
        for tie in self.network.incoming[node]:
            bound = self.bound(tie)
            if tie.to_finish:
                finish = max(finish, bound)
            else:
                start = max(start, bound)
        activity = self.network.activity[node]
        if activity is None or activity.is_complete:
            instant = max(start, finish)
            return instant, instant
        if self.network.duration[node] == 0:
            return self._place_instant(node, activity.kind, max(start, finish))
        return self._place_work(node, start, finish)

    def _place_instant(self, node: int, kind: ActivityKind, instant: int) -> tuple[int, int]:
        limits = self.limits
        instant = limits.finish_pin.get(node, limits.start_pin.get(node, instant))
        instant = min(instant, limits.start_cap.get(node, instant), limits.finish_cap.get(node, instant))
        windows = self.network.windows[node]
        stays = kind is ActivityKind.FINISH_MILESTONE or self.conventions.every_milestone_may_end_a_window
        if not (stays and windows.previous_work_finish(instant) == instant):
            instant = windows.next_work_start(instant)
        return instant, instant

    def _place_work(self, node: int, start: int, finish: int) -> tuple[int, int]:
        windows, duration, limits = self.network.windows[node], self.network.duration[node], self.limits
        start = limits.start_pin.get(node, min(start, limits.start_cap.get(node, start)))
        early_start = windows.next_work_start(start)
        early_finish = windows.add(early_start, duration)
        if finish > early_finish and node not in limits.start_pin:
            early_start, early_finish = work_until(windows, finish, duration)
        finish_cap = limits.finish_pin.get(node, limits.finish_cap.get(node))
        if finish_cap is not None and (early_finish > finish_cap or node in limits.finish_pin):
            early_start, early_finish = work_until(windows, finish_cap, duration)
        return early_start, early_finish


def work_until(windows: WorkWindows, finish: int, duration: int) -> tuple[int, int]:
    """``duration`` minutes of work that end as late as possible up to ``finish``."""
    finish = windows.previous_work_finish(finish)
    return windows.add(finish, -duration), finish
