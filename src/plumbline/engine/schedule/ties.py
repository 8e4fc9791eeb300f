"""The ties of a network: links between activities, and what a link on a summary means for those below it."""

from __future__ import annotations

from dataclasses import dataclass, field

from plumbline.engine.calendars.work_horizon import WorkHorizon, to_minutes
from plumbline.engine.schedule.calendar_places import CalendarPlaces
from plumbline.engine.schedule.conventions import Conventions
from plumbline.engine.schedule.kinds import LagCalendar, LinkKind, ProgressRule
from plumbline.engine.schedule.model import Activity, Link, Uid
from plumbline.engine.schedule.network_columns import FROM_FINISH, TO_FINISH, WAITS_FOR_WORK
from plumbline.engine.schedule.nodes import Nodes, flags_of

_ENDS = {
    LinkKind.FINISH_START: FROM_FINISH,
    LinkKind.START_START: 0,
    LinkKind.FINISH_FINISH: FROM_FINISH | TO_FINISH,
    LinkKind.START_FINISH: TO_FINISH,
}


@dataclass(slots=True)
class Ties:
    """The columns of ``NetworkColumns`` that have one entry per tie."""

    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    lag: list[int] = field(default_factory=list)
    calendar: list[int] = field(default_factory=list)

    def add(self, predecessor: int, successor: int, flags: int, lag: int, calendar: int) -> None:
        self.start.append(predecessor)
        self.end.append(successor)
        self.flags.append(flags)
        self.lag.append(lag)
        self.calendar.append(calendar)


@dataclass(slots=True)
class TieMaker:
    """Turns links into ties. Links on a summary hold for all activities below it; inactive activities drive nothing.

    ``node_of`` and ``leaves`` are by project and uid: the node of an activity, the activities below a summary.
    """

    nodes: Nodes
    places: CalendarPlaces
    horizon: WorkHorizon
    conventions: list[Conventions]
    node_of: list[dict[Uid, int]]
    leaves: list[dict[Uid, list[Uid]]]
    ties: Ties = field(default_factory=Ties)

    def tie_link(self, link: Link, before_project: int, after_project: int) -> None:
        """``link`` from an activity of one project to one of the same or another."""
        before, after = self._nodes(before_project, link.predecessor), self._nodes(after_project, link.successor)
        if len(before) > 1 and len(after) > 1:
            self._tie_through_joint(link, before, after, after_project)
        else:
            for predecessor in before:
                for successor in after:
                    self._tie(link, predecessor, successor)

    def _nodes(self, project: int, uid: Uid) -> tuple[int, ...]:
        node_of = self.node_of[project]
        node = node_of.get(uid)
        if node is not None:
            return (node,)
        return tuple(node_of[each] for each in self.leaves[project].get(uid, ()) if each in node_of)

    def _tie_through_joint(self, link: Link, before: tuple[int, ...], after: tuple[int, ...], project: int) -> None:
        """m + n ties instead of m x n."""
        conventions = self.conventions[project]
        flags = flags_of(None, conventions)
        joint = self.nodes.add(None, project, self.places.always, flags, conventions.earliest)
        into = LinkKind.FINISH_START if _ENDS[link.kind] & FROM_FINISH else LinkKind.START_START
        onwards = LinkKind.FINISH_FINISH if _ENDS[link.kind] & TO_FINISH else LinkKind.FINISH_START
        for node in before:
            self._tie(Link(link.predecessor, link.successor, into), node, joint)
        for node in after:
            self._tie(Link(link.predecessor, link.successor, onwards, link.lag, link.elapsed), joint, node)

    def _tie(self, link: Link, predecessor: int, successor: int) -> None:
        before, after = self.nodes.activity[predecessor], self.nodes.activity[successor]
        conventions = self.conventions[self.nodes.project[successor]]
        if _holds_nothing(before, after, conventions):
            return
        flags, lag = _ENDS[link.kind], link.lag
        calendar = self._lag_calendar(link, predecessor, successor, conventions)
        if before is not None and before.actual_start:
            if conventions.progress is ProgressRule.ACTUAL_DATES and not flags & FROM_FINISH:
                self._hold_start(successor, to_minutes(before.actual_start), lag, calendar)
                return
            lag = self._lag_left(before, flags, lag, calendar, conventions)
        is_complete = before is not None and before.is_complete
        if not flags & FROM_FINISH and not lag and not is_complete and conventions.zero_lag_start_waits_for_work:
            flags |= WAITS_FOR_WORK
        self.ties.add(predecessor, successor, flags, lag, calendar)

    def _lag_left(self, before: Activity, flags: int, lag: int, calendar: int, conventions: Conventions) -> int:
        """What remains of a lag that began to run with the actual start or finish of ``before``."""
        since = before.actual_finish if flags & FROM_FINISH else before.actual_start
        if since is None or not conventions.lags_run_from_actual_dates or not lag:
            return lag
        if before.is_complete:
            run, earliest = to_minutes(since), conventions.earliest
            gone = self.horizon.work_between(calendar, run, earliest)
            return max(0, lag - max(0, gone))
        return min(lag, max(0, lag - max(0, before.duration - before.remaining)))

    def _hold_start(self, node: int, since: int, lag: int, calendar: int) -> None:
        instant = self.horizon.add(calendar, since, lag)
        self.nodes.start_floor[node] = max(instant, self.nodes.start_floor[node])

    def _lag_calendar(self, link: Link, predecessor: int, successor: int, conventions: Conventions) -> int:
        rule = conventions.lag_calendar
        if link.elapsed or rule is LagCalendar.ALWAYS:
            return self.places.always
        node = predecessor if rule is LagCalendar.PREDECESSOR else successor
        activity = self.nodes.activity[node]
        of_project = self.places.of[self.nodes.project[node]]
        return of_project[None if rule is LagCalendar.PROJECT or activity is None else activity.calendar]


def _holds_nothing(before: Activity | None, after: Activity | None, conventions: Conventions) -> bool:
    if before is not None and not before.active:
        return True
    if after is None or not after.is_started:
        return False
    if after.is_complete and conventions.starts_stay_at_actual_start:
        return True
    return conventions.progress is not ProgressRule.RETAINED_LOGIC
