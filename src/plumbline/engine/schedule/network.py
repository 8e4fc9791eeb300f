"""A schedule as a network of numbered nodes: the leaf activities that logic moves, and the ties between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plumbline.engine.calendars import ALWAYS
from plumbline.engine.calendars.work_windows import Allowance, WorkWindows, to_minutes
from plumbline.engine.schedule.conventions import Conventions
from plumbline.engine.schedule.kinds import LagCalendar, LinkKind, ProgressRule
from plumbline.engine.schedule.model import Activity, Link, Schedule, Uid
from plumbline.engine.schedule.ordering import LoopInSchedule, order_of
from plumbline.engine.schedule.summaries import leaves_below

_FROM_FINISH = {LinkKind.FINISH_START, LinkKind.FINISH_FINISH}
_TO_FINISH = {LinkKind.FINISH_FINISH, LinkKind.START_FINISH}


class Tie(NamedTuple):
    """One end of a link as a node sees it: the other node, which ends are tied, and the lag on its calendar."""

    node: int
    from_finish: bool
    to_finish: bool
    lag: int
    windows: WorkWindows


@dataclass(slots=True)
class Network:
    """Columns, one entry per node. ``activity`` is ``None`` for the joint between two linked summaries.

    ``duration`` is the work still to be placed, in minutes of ``windows``; ``fixed`` the early dates that no link
    moves; ``start_floor`` what actual starts of predecessors ask for under the rule of actual dates.
    """

    windows_of: dict[Uid | None, WorkWindows]
    always: WorkWindows
    activity: list[Activity | None] = field(default_factory=list)
    windows: list[WorkWindows] = field(default_factory=list)
    duration: list[int] = field(default_factory=list)
    fixed: list[tuple[int, int] | None] = field(default_factory=list)
    start_floor: dict[int, int] = field(default_factory=dict)
    incoming: list[list[Tie]] = field(default_factory=list)
    outgoing: list[list[Tie]] = field(default_factory=list)
    node_of: dict[Uid, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)

    def add_node(self, activity: Activity | None, conventions: Conventions) -> int:
        node = len(self.activity)
        self.activity.append(activity)
        self.incoming.append([])
        self.outgoing.append([])
        if activity is None:
            self.windows.append(self.always)
            self.duration.append(0)
            self.fixed.append(None)
            return node
        self.node_of[activity.uid] = node
        windows = self.always if activity.elapsed else self.windows_of[activity.calendar]
        self.windows.append(windows)
        self.duration.append(0 if activity.is_complete else work_left(activity))
        self.fixed.append(_fixed_dates(activity, windows, conventions))
        return node

    def counts(self, node: int) -> bool:
        """Whether the project lasts as long as this node: inactive and external activities do not make it longer."""
        activity = self.activity[node]
        return activity is not None and activity.active and not activity.external


def build_network(schedule: Schedule, conventions: Conventions) -> Network:
    """The network of ``schedule``. Raises LoopInSchedule when links lead back to where they came from."""
    allowance = Allowance()
    windows_of: dict[Uid | None, WorkWindows] = {each.uid: WorkWindows(each, allowance) for each in schedule.calendars}
    windows_of[None] = windows_of[schedule.default_calendar]
    network = Network(windows_of=windows_of, always=WorkWindows(ALWAYS))
    for activity in schedule.activities:
        if not activity.is_summary and not activity.is_level_of_effort:
            network.add_node(activity, conventions)
    _TieMaker(schedule, network, conventions).tie_all()
    network.order = order_of(
        [[tie.node for tie in ties] for ties in network.incoming],
        [[tie.node for tie in ties] for ties in network.outgoing],
        lambda loop: _raise_loop(network, loop),
    )
    return network


def work_left(activity: Activity) -> int:
    """Minutes of work still to be placed: nothing of a milestone, the remainder of what has begun."""
    if activity.is_milestone:
        return 0
    return activity.remaining if activity.is_started else activity.duration


def _fixed_dates(activity: Activity, windows: WorkWindows, conventions: Conventions) -> tuple[int, int] | None:
    if activity.actual_start and conventions.starts_stay_at_actual_start:
        start = to_minutes(activity.actual_start)
        if activity.actual_finish:
            return start, to_minutes(activity.actual_finish)
        return start, windows.add(windows.next_work_start(start), activity.duration)
    if (activity.manual or activity.external) and activity.planned_start:
        start = to_minutes(activity.planned_start)
        if activity.planned_finish:
            return start, to_minutes(activity.planned_finish)
        return start, windows.add(start, activity.duration)
    return None


def _raise_loop(network: Network, loop: Sequence[int]) -> None:
    activities = [activity for node in loop if (activity := network.activity[node])]
    raise LoopInSchedule(tuple(each.uid for each in activities), [each.id or str(each.uid) for each in activities])


class _TieMaker:
    """Turns links into ties. Links on a summary hold for all activities below it; inactive activities drive nothing."""

    def __init__(self, schedule: Schedule, network: Network, conventions: Conventions) -> None:
        self.schedule = schedule
        self.network = network
        self.conventions = conventions
        self.leaves = leaves_below(schedule)

    def tie_all(self) -> None:
        for link in self.schedule.links:
            before, after = self._nodes(link.predecessor), self._nodes(link.successor)
            if len(before) > 1 and len(after) > 1:
                self._tie_through_joint(link, before, after)
            else:
                for predecessor in before:
                    for successor in after:
                        self._tie(link, predecessor, successor)

    def _nodes(self, uid: Uid) -> list[int]:
        node_of = self.network.node_of
        if uid in node_of:
            return [node_of[uid]]
        return [node_of[each] for each in self.leaves.get(uid, ()) if each in node_of]

    def _tie_through_joint(self, link: Link, before: list[int], after: list[int]) -> None:
        joint = self.network.add_node(None, self.conventions)
        into = LinkKind.FINISH_START if link.kind in _FROM_FINISH else LinkKind.START_START
        onwards = LinkKind.FINISH_FINISH if link.kind in _TO_FINISH else LinkKind.FINISH_START
        for node in before:
            self._tie(Link(link.predecessor, link.successor, into), node, joint)
        for node in after:
            self._tie(Link(link.predecessor, link.successor, onwards, link.lag, link.elapsed), joint, node)

    def _tie(self, link: Link, predecessor: int, successor: int) -> None:
        before, after = self.network.activity[predecessor], self.network.activity[successor]
        if self._holds_nothing(before, after):
            return
        from_finish, to_finish = link.kind in _FROM_FINISH, link.kind in _TO_FINISH
        windows, lag = self._lag_windows(link, predecessor, successor), link.lag
        if before is not None and before.actual_start:
            if self.conventions.progress is ProgressRule.ACTUAL_DATES and not from_finish:
                self._hold_start(successor, windows.add(to_minutes(before.actual_start), lag))
                return
            lag = self._lag_left(before, from_finish, lag, windows)
        self.network.incoming[successor].append(Tie(predecessor, from_finish, to_finish, lag, windows))
        self.network.outgoing[predecessor].append(Tie(successor, from_finish, to_finish, lag, windows))

    def _holds_nothing(self, before: Activity | None, after: Activity | None) -> bool:
        if before is not None and not before.active:
            return True
        if after is None or not after.is_started:
            return False
        if after.is_complete and self.conventions.starts_stay_at_actual_start:
            return True
        return self.conventions.progress is not ProgressRule.RETAINED_LOGIC

    def _lag_left(self, before: Activity, from_finish: bool, lag: int, windows: WorkWindows) -> int:
        """What remains of a lag that began to run with the actual start or finish of ``before``."""
        since = before.actual_finish if from_finish else before.actual_start
        if since is None or not self.conventions.lags_run_from_actual_dates:
            return lag
        if before.is_complete:
            return max(0, lag - max(0, windows.work_between(to_minutes(since), self.conventions.earliest)))
        return min(lag, max(0, lag - max(0, before.duration - before.remaining)))

    def _hold_start(self, node: int, instant: int) -> None:
        self.network.start_floor[node] = max(instant, self.network.start_floor.get(node, instant))

    def _lag_windows(self, link: Link, predecessor: int, successor: int) -> WorkWindows:
        rule = self.conventions.lag_calendar
        if link.elapsed or rule is LagCalendar.ALWAYS:
            return self.network.always
        if rule is LagCalendar.PROJECT:
            return self.network.windows_of[None]
        return self._own_windows(predecessor if rule is LagCalendar.PREDECESSOR else successor)

    def _own_windows(self, node: int) -> WorkWindows:
        activity = self.network.activity[node]
        return self.network.windows_of[activity.calendar if activity else None]
