"""The critical path method: from a schedule to dates, floats, driving predecessors and the longest path."""

from __future__ import annotations

from plumbline.engine.calendars.work_windows import to_datetime, to_minutes
from plumbline.engine.schedule.as_late_as_possible import move_late
from plumbline.engine.schedule.backward_pass import LateDates
from plumbline.engine.schedule.calculation import ActivityDates, Calculation
from plumbline.engine.schedule.conventions import conventions_of
from plumbline.engine.schedule.date_limits import date_limits
from plumbline.engine.schedule.driving import driving_nodes, longest_path
from plumbline.engine.schedule.floats import free_float, total_float
from plumbline.engine.schedule.forward_pass import EarlyDates
from plumbline.engine.schedule.level_of_effort import Span, place_levels_of_effort
from plumbline.engine.schedule.model import Activity, Schedule, Uid
from plumbline.engine.schedule.network import Network, build_network
from plumbline.engine.schedule.ordering import LoopInSchedule
from plumbline.engine.schedule.summaries import roll_up

__all__ = ["ActivityDates", "Calculation", "LoopInSchedule", "calculate"]


def calculate(schedule: Schedule) -> Calculation:
    """Calculate all dates of ``schedule`` by the conventions of its dialect.

    Returns dates as naive datetimes in the plan's local time and floats as working minutes on each activity's
    calendar. The same schedule always gives the same result.

    Raises ``LoopInSchedule`` when links lead back to where they came from, and ``OutOfWorkingTime`` when a calendar
    runs out or dates pass the year 9999.

    Source: formulas, conventions and a worked example in docs/methods/critical-path.md.
    """
    conventions = conventions_of(schedule)
    network = build_network(schedule, conventions)
    limits = date_limits(schedule, network, conventions)
    early = EarlyDates(network, limits, conventions)
    finish = _finish(early)
    deadline = to_minutes(schedule.must_finish_by) if schedule.must_finish_by else finish
    late = LateDates(network, limits, conventions, early, deadline)
    early = move_late(early, late, finish)
    drivers = driving_nodes(early)
    dates = _leaf_dates(schedule, early, late, drivers)
    dates.update(_effort_dates(schedule, early, late))
    dates.update(roll_up(schedule, dates))
    return _calculation(schedule, early, drivers, dates)


def _finish(early: EarlyDates) -> int:
    """When the last active piece of work ends; the earliest date where there is none."""
    network = early.network
    finishes = (early.finish[node] for node in network.order if network.counts(node))
    return max(finishes, default=early.conventions.earliest)


def _leaf_dates(
    schedule: Schedule, early: EarlyDates, late: LateDates, drivers: list[list[int]]
) -> dict[Uid, ActivityDates]:
    network, options, finish = early.network, schedule.options, _finish(early)
    dates: dict[Uid, ActivityDates] = {}
    for node, activity in enumerate(network.activity):
        if activity is None:
            continue
        driving = tuple(each.uid for driver in drivers[node] if (each := network.activity[driver]))
        if not activity.active:
            dates[activity.uid] = ActivityDates(
                to_datetime(early.start[node]), to_datetime(early.finish[node]), driving=driving
            )
            continue
        whole_float = total_float(node, early, late, options.float_kind)
        dates[activity.uid] = ActivityDates(
            to_datetime(early.start[node]),
            to_datetime(early.finish[node]),
            to_datetime(late.start[node]),
            to_datetime(late.finish[node]),
            whole_float,
            free_float(node, early, finish, whole_float),
            not activity.is_complete and whole_float <= options.critical_at_or_below,
            driving,
        )
    return dates


def _effort_dates(schedule: Schedule, early: EarlyDates, late: LateDates) -> dict[Uid, ActivityDates]:
    network = early.network
    early_spans: dict[Uid, Span] = {uid: (early.start[n], early.finish[n]) for uid, n in network.node_of.items()}
    late_spans: dict[Uid, Span] = {uid: (late.start[n], late.finish[n]) for uid, n in network.node_of.items()}
    dates: dict[Uid, ActivityDates] = {}
    for uid, (soon, at_latest) in place_levels_of_effort(schedule, early, early_spans, late_spans).items():
        dates[uid] = ActivityDates(
            to_datetime(soon[0]),
            to_datetime(soon[1]),
            to_datetime(at_latest[0]),
            to_datetime(at_latest[1]),
            _effort_float(schedule.activity_by_uid[uid], network, soon, at_latest),
            0,
        )
    return dates


def _effort_float(activity: Activity, network: Network, early: Span, late: Span) -> int:
    if activity.is_complete:
        return 0
    windows = network.windows_of[activity.calendar]
    finish_float = windows.work_between(early[1], late[1])
    return finish_float if activity.is_started else min(finish_float, windows.work_between(early[0], late[0]))


def _calculation(
    schedule: Schedule, early: EarlyDates, drivers: list[list[int]], dates: dict[Uid, ActivityDates]
) -> Calculation:
    network, finish = early.network, _finish(early)
    path = longest_path(early, drivers, finish)
    starts = [
        each.actual_start or dates[each.uid].early_start
        for each in schedule.activities
        if each.active and not each.is_summary and not each.external
    ]
    return Calculation(
        dates,
        start=min((each for each in starts if each), default=schedule.start),
        finish=to_datetime(finish),
        longest_path=tuple(activity.uid for node in path if (activity := network.activity[node])),
    )
