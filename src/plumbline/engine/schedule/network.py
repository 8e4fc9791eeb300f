"""Schedules as one network of numbered nodes: the leaf activities that logic moves, and the ties between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from plumbline.engine.calendars.work_horizon import WorkHorizon
from plumbline.engine.schedule.calendar_places import CalendarPlaces
from plumbline.engine.schedule.conventions import Conventions, conventions_of
from plumbline.engine.schedule.date_limits import limit_dates
from plumbline.engine.schedule.model import Activity, InvalidSchedule, Link, Schedule, Uid
from plumbline.engine.schedule.network_columns import NetworkColumns
from plumbline.engine.schedule.nodes import Nodes, fix_dates, flags_of, follow_resources
from plumbline.engine.schedule.ordering import LoopInSchedule, grouped, order_of
from plumbline.engine.schedule.summaries import leaves_below
from plumbline.engine.schedule.ties import TieMaker, Ties


@dataclass(frozen=True, slots=True)
class Network:
    """What the passes read (``columns``, ``horizon``), and which activity of which schedule each node stands for.

    ``activity`` is ``None`` for the joint between two linked summaries; ``project`` is the place of a node's schedule
    among ``schedules``, and ``node_of`` has a dictionary for each of these.
    """

    schedules: Sequence[Schedule]
    conventions: list[Conventions]
    places: CalendarPlaces
    horizon: WorkHorizon
    columns: NetworkColumns
    activity: list[Activity | None]
    project: list[int]
    node_of: list[dict[Uid, int]]
    late_as_possible: list[int]

    def counts(self, node: int) -> bool:
        """Whether the project lasts as long as this node: inactive and external activities do not make it longer."""
        activity = self.activity[node]
        return activity is not None and activity.active and not activity.external


def build_network(schedules: Sequence[Schedule], links_between: Iterable[Link] = ()) -> Network:
    """The network of ``schedules``, tied by their own links and by ``links_between`` them (uids unique over all).

    Raises LoopInSchedule when links lead back to where they came from.
    """
    conventions = [conventions_of(each) for each in schedules]
    places = CalendarPlaces(schedules)
    horizon = places.horizon(schedules)
    nodes = Nodes()
    node_of: list[dict[Uid, int]] = []
    late_as_possible: list[int] = []
    for project, schedule in enumerate(schedules):
        node_of.append(_add_activities(nodes, schedule, project, conventions[project], places, horizon))
        late_as_possible += limit_dates(nodes, node_of[project].values(), schedule, conventions[project])
    maker = TieMaker(nodes, places, horizon, conventions, node_of, [leaves_below(each) for each in schedules])
    for project, schedule in enumerate(schedules):
        for link in schedule.links:
            maker.tie_link(link, project, project)
    _tie_between(maker, schedules, links_between)
    columns = _columns(nodes, maker.ties)
    return Network(
        schedules, conventions, places, horizon, columns, nodes.activity, nodes.project, node_of, late_as_possible
    )


def _add_activities(
    nodes: Nodes,
    schedule: Schedule,
    project: int,
    conventions: Conventions,
    places: CalendarPlaces,
    horizon: WorkHorizon,
) -> dict[Uid, int]:
    node_of: dict[Uid, int] = {}
    place_of, followers = places.of[project], places.of_resources[project]
    for activity in schedule.activities:
        if activity.is_summary or activity.is_level_of_effort:
            continue
        calendar = places.always if activity.elapsed else place_of[activity.calendar]
        flags = flags_of(activity, conventions)
        node = nodes.add(activity, project, calendar, flags, conventions.earliest)
        if activity.uid in followers:
            follow_resources(nodes, node, *followers[activity.uid])
        fix_dates(nodes, node, horizon, conventions)
        node_of[activity.uid] = node
    return node_of


def _tie_between(maker: TieMaker, schedules: Sequence[Schedule], links: Iterable[Link]) -> None:
    project_of = {each.uid: project for project, schedule in enumerate(schedules) for each in schedule.activities}
    for link in links:
        for end in (link.predecessor, link.successor):
            if end not in project_of:
                raise InvalidSchedule(f"a link between projects names activity {end}, which is in none of them")
        maker.tie_link(link, project_of[link.predecessor], project_of[link.successor])


def _columns(nodes: Nodes, ties: Ties) -> NetworkColumns:
    count = len(nodes.activity)
    in_first, in_tie = grouped(ties.end, count)
    out_first, out_tie = grouped(ties.start, count)
    part_first = list(accumulate((len(nodes.parts.get(node, ())) for node in range(count)), initial=0))
    parts = [part for node in range(count) for part in nodes.parts.get(node, ())]
    return NetworkColumns(
        **{name: getattr(nodes, name) for name in NetworkColumns._fields if hasattr(nodes, name)},
        part_first=part_first,
        part_calendar=[calendar for calendar, _ in parts],
        part_duration=[duration for _, duration in parts],
        in_first=in_first,
        in_tie=in_tie,
        out_first=out_first,
        out_tie=out_tie,
        tie_from=ties.start,
        tie_to=ties.end,
        tie_flags=ties.flags,
        tie_lag=ties.lag,
        tie_calendar=ties.calendar,
        order=order_of(count, ties.start, ties.end, out_first, out_tie, lambda loop: _raise_loop(nodes, loop)),
    )


def _raise_loop(nodes: Nodes, loop: Sequence[int]) -> None:
    activities = [activity for node in loop if (activity := nodes.activity[node])]
    raise LoopInSchedule(tuple(each.uid for each in activities), [each.id or str(each.uid) for each in activities])
