"""The critical path method: from a schedule to dates, floats, driving predecessors and the longest path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from plumbline.engine.calendars.work_horizon import to_datetime
from plumbline.engine.schedule.calculation import ActivityDates, Calculation
from plumbline.engine.schedule.date_columns import DateColumns, calculate_columns
from plumbline.engine.schedule.driving import driving_nodes, longest_path
from plumbline.engine.schedule.kinds import CriticalBy
from plumbline.engine.schedule.level_of_effort import place_levels_of_effort
from plumbline.engine.schedule.model import Link, Schedule, Uid
from plumbline.engine.schedule.network import Network, build_network
from plumbline.engine.schedule.ordering import LoopInSchedule
from plumbline.engine.schedule.summaries import roll_up

__all__ = ["ActivityDates", "Calculation", "LoopInSchedule", "calculate", "calculate_together"]


def calculate(schedule: Schedule) -> Calculation:
    """Calculate all dates of ``schedule`` by the conventions of its dialect.

    Returns dates as naive datetimes in the plan's local time and floats as working minutes on each activity's
    calendar. The same schedule always gives the same result.

    Raises ``LoopInSchedule`` when links lead back to where they came from, and ``OutOfWorkingTime`` when a calendar
    runs out or dates pass the year 9999.

    Source: formulas, conventions and a worked example in docs/methods/critical-path.md.
    """
    (calculation,) = calculate_together((schedule,))
    return calculation


def calculate_together(schedules: Sequence[Schedule], links_between: Iterable[Link] = ()) -> tuple[Calculation, ...]:
    """Calculate several plans that are tied to each other, as ``PlanFile.links_between`` says; one result for each.

    Each keeps its own data date, settings and finish: late dates and float are towards the finish of the activity's
    own plan, or what successors in other plans ask for. A longest path may begin in another plan. Uids must be unique
    over all plans where links lead between them. Raises what ``calculate`` raises, and ``InvalidSchedule`` for a link
    to an activity that is in none of the plans.
    """
    network = build_network(schedules, links_between)
    columns = calculate_columns(network)
    drivers = driving_nodes(network, columns.drives)
    efforts = place_levels_of_effort(network, columns)
    return tuple(
        _calculation(network, columns, drivers, project, efforts[project]) for project in range(len(schedules))
    )


def _calculation(
    network: Network,
    columns: DateColumns,
    drivers: list[list[int]],
    project: int,
    efforts: Mapping[Uid, ActivityDates],
) -> Calculation:
    schedule = network.schedules[project]
    path = longest_path(network, columns.early[1], columns.finish[project], drivers, project)
    dates = _leaf_dates(network, columns, drivers, project, frozenset(path))
    dates.update(efforts)
    dates.update(roll_up(schedule, dates))
    starts = [
        each.actual_start or dates[each.uid].early_start
        for each in schedule.activities
        if each.active and not each.is_summary and not each.external
    ]
    return Calculation(
        dates,
        start=min((each for each in starts if each), default=schedule.start),
        finish=to_datetime(columns.finish[project]),
        longest_path=tuple(activity.uid for node in path if (activity := network.activity[node])),
    )


def _leaf_dates(
    network: Network, columns: DateColumns, drivers: list[list[int]], project: int, path: frozenset[int]
) -> dict[Uid, ActivityDates]:
    options = network.schedules[project].options
    by_path, limit = options.critical_by is CriticalBy.LONGEST_PATH, options.critical_at_or_below
    instant = cache(to_datetime)
    (early_start, early_finish), (late_start, late_finish) = columns.early, columns.late
    dates: dict[Uid, ActivityDates] = {}
    for uid, node in network.node_of[project].items():
        activity = network.activity[node]
        assert activity is not None
        driving = tuple(each.uid for driver in drivers[node] if (each := network.activity[driver]))
        early = instant(early_start[node]), instant(early_finish[node])
        if not activity.active:
            dates[uid] = ActivityDates(*early, driving=driving)
            continue
        whole_float = columns.total_float[node]
        critical = node in path if by_path else whole_float <= limit
        dates[uid] = ActivityDates(
            *early,
            instant(late_start[node]),
            instant(late_finish[node]),
            whole_float,
            columns.free_float[node],
            critical and not activity.actual_finish,
            driving,
        )
    return dates
