"""Level of effort: placed after both passes between the activities it serves; it drives nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from plumbline.engine.calendars.work_horizon import to_datetime, to_minutes
from plumbline.engine.schedule.calculation import ActivityDates
from plumbline.engine.schedule.date_columns import DateColumns
from plumbline.engine.schedule.kinds import LinkKind
from plumbline.engine.schedule.model import Activity, Link, Schedule, Uid
from plumbline.engine.schedule.network import Network

Span = tuple[int, int]

_FROM_FINISH = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
_TO_START = (LinkKind.FINISH_START, LinkKind.START_START)


@dataclass(slots=True)
class _Links:
    into: list[Link] = field(default_factory=list)
    out_of: list[Link] = field(default_factory=list)


def place_levels_of_effort(network: Network, dates: DateColumns) -> list[dict[Uid, ActivityDates]]:
    """For each schedule the dates of its levels of effort, from those of the activities they are tied to."""
    return [
        _Placing(network, dates, project).place(schedule)
        if any(each.is_level_of_effort for each in schedule.activities)
        else {}
        for project, schedule in enumerate(network.schedules)
    ]


class _Placing:
    def __init__(self, network: Network, dates: DateColumns, project: int) -> None:
        self.horizon = network.horizon
        self.calendar_of = network.places.of[project]
        self.earliest = network.conventions[project].earliest
        nodes = network.node_of[project].items()
        self.early = {uid: (dates.early[0][node], dates.early[1][node]) for uid, node in nodes}
        self.late = {uid: (dates.late[0][node], dates.late[1][node]) for uid, node in nodes}

    def place(self, schedule: Schedule) -> dict[Uid, ActivityDates]:
        links: dict[Uid, _Links] = defaultdict(_Links)
        for link in schedule.links:
            links[link.successor].into.append(link)
            links[link.predecessor].out_of.append(link)
        return {each.uid: self._dates(each, links[each.uid]) for each in schedule.activities if each.is_level_of_effort}

    def _dates(self, activity: Activity, links: _Links) -> ActivityDates:
        early, late = self._spans(activity, links)
        whole_float = 0
        if not activity.is_complete:
            whole_float = self._work_between(activity, early[1], late[1])
            if not activity.is_started:
                whole_float = min(whole_float, self._work_between(activity, early[0], late[0]))
        early_start, early_finish, late_start, late_finish = map(to_datetime, (*early, *late))
        return ActivityDates(early_start, early_finish, late_start, late_finish, whole_float, 0)

    def _spans(self, activity: Activity, links: _Links) -> tuple[Span, Span]:
        if activity.actual_start and activity.actual_finish:
            actual = to_minutes(activity.actual_start), to_minutes(activity.actual_finish)
            return actual, actual
        starts, finishes = _tied(links, self.early)
        start = self.earliest if activity.is_started else max(self.earliest, min(starts, default=self.earliest))
        late_starts, late_finishes = _tied(links, self.late)
        return (
            self._span(activity, start, finishes),
            self._span(activity, min(late_starts, default=start), late_finishes),
        )

    def _span(self, activity: Activity, start: int, finishes: list[int]) -> Span:
        calendar = self.calendar_of[activity.calendar]
        start = self.horizon.next_work_start(calendar, start)
        if finishes:
            finish = self.horizon.previous_work_finish(calendar, max(finishes))
        else:
            finish = self.horizon.add(calendar, start, activity.remaining)
        return start, max(start, finish)

    def _work_between(self, activity: Activity, start: int, finish: int) -> int:
        calendar = self.calendar_of[activity.calendar]
        return self.horizon.work_between(calendar, start, finish)


def _tied(links: _Links, spans: dict[Uid, Span]) -> tuple[list[int], list[int]]:
    """The instants that start links and finish links tie the level of effort to."""
    starts: list[int] = []
    finishes: list[int] = []
    for link in links.into:
        if link.predecessor in spans:
            instant = spans[link.predecessor][link.kind in _FROM_FINISH]
            (starts if link.kind in _TO_START else finishes).append(instant)
    for link in links.out_of:
        if link.successor in spans:
            instant = spans[link.successor][link.kind not in _TO_START]
            (finishes if link.kind in _FROM_FINISH else starts).append(instant)
    return starts, finishes
