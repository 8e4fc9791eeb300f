"""Constraints as bounds on dates, by node; the table is in docs/methods/critical-path.md."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.engine.calendars.work_horizon import to_minutes
from plumbline.engine.schedule.conventions import Conventions
from plumbline.engine.schedule.kinds import ActivityKind, ConstraintKind
from plumbline.engine.schedule.model import Activity, Constraint, Schedule
from plumbline.engine.schedule.nodes import Nodes


def limit_dates(nodes: Nodes, numbers: Iterable[int], schedule: Schedule, conventions: Conventions) -> list[int]:
    """Put the bounds of constraints, deadlines, suspensions and other projects on the nodes with these ``numbers``.

    Gives the nodes that are to lie as late as possible.
    """
    late_as_possible: list[int] = []
    for node in numbers:
        activity = nodes.activity[node]
        if activity is None or activity.is_complete:
            continue
        for constraint in activity.constraints:
            if constraint.date is not None:
                _apply(constraint, node, activity, nodes, schedule, conventions)
            elif not activity.is_started:
                late_as_possible.append(node)
        _apply_other_dates(node, activity, nodes)
    return late_as_possible


def _apply_other_dates(node: int, activity: Activity, nodes: Nodes) -> None:
    if activity.deadline:
        _lower(nodes.finish_limit, node, to_minutes(activity.deadline))
    if activity.resumed and activity.is_started:
        _raise(nodes.start_floor, node, to_minutes(activity.resumed))
    if activity.external_early_start and not activity.is_started:
        _raise(nodes.start_floor, node, to_minutes(activity.external_early_start))
    if activity.external_late_finish:
        _lower(nodes.finish_limit, node, to_minutes(activity.external_late_finish))
    if activity.expected_finish and activity.kind is ActivityKind.TASK:
        nodes.expected_finish[node] = to_minutes(activity.expected_finish)


_ON_START = {
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.START_NO_LATER_THAN,
    ConstraintKind.START_ON,
    ConstraintKind.MUST_START_ON,
}


def _apply(
    constraint: Constraint, node: int, activity: Activity, nodes: Nodes, schedule: Schedule, conventions: Conventions
) -> None:
    assert constraint.date is not None
    date = to_minutes(constraint.date)
    pins = schedule.options.honour_constraints and not activity.is_started
    if constraint.kind not in _ON_START:
        _bound_finish(constraint.kind, node, date, nodes, pins, conventions)
    elif not activity.is_started:
        _bound_start(constraint.kind, node, date, nodes, pins, conventions)


def _bound_start(
    kind: ConstraintKind, node: int, date: int, nodes: Nodes, pins: bool, conventions: Conventions
) -> None:
    if kind is ConstraintKind.MUST_START_ON and pins:
        nodes.start_pin[node] = date
        return
    if kind is not ConstraintKind.START_NO_LATER_THAN:
        _raise(nodes.start_floor, node, date)
    if kind is not ConstraintKind.START_NO_EARLIER_THAN:
        _lower(nodes.start_limit, node, date)
        if conventions.limits_beat_links:
            _lower(nodes.start_cap, node, date)


def _bound_finish(
    kind: ConstraintKind, node: int, date: int, nodes: Nodes, pins: bool, conventions: Conventions
) -> None:
    if kind is ConstraintKind.MUST_FINISH_ON and pins:
        nodes.finish_pin[node] = date
        return
    if kind is not ConstraintKind.FINISH_NO_LATER_THAN:
        _raise(nodes.finish_floor, node, date)
    if kind is not ConstraintKind.FINISH_NO_EARLIER_THAN:
        _lower(nodes.finish_limit, node, date)
        if conventions.limits_beat_links:
            _lower(nodes.finish_cap, node, date)


def _raise(bounds: list[int], node: int, date: int) -> None:
    bounds[node] = max(date, bounds[node])


def _lower(bounds: list[int], node: int, date: int) -> None:
    bounds[node] = min(date, bounds[node])
