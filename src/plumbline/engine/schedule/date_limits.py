"""Constraints as bounds on dates, by node; the table is in docs/methods/critical-path.md."""

from __future__ import annotations

from dataclasses import dataclass, field

from plumbline.engine.calendars.work_windows import to_minutes
from plumbline.engine.schedule.conventions import Conventions
from plumbline.engine.schedule.kinds import ConstraintKind
from plumbline.engine.schedule.model import Activity, Constraint, Schedule
from plumbline.engine.schedule.network import Network

Bounds = dict[int, int]


@dataclass(slots=True)
class DateLimits:
    """Floors hold early dates up, limits hold late dates down, caps hold early dates down, pins hold both."""

    start_floor: Bounds = field(default_factory=dict)
    finish_floor: Bounds = field(default_factory=dict)
    start_limit: Bounds = field(default_factory=dict)
    finish_limit: Bounds = field(default_factory=dict)
    start_cap: Bounds = field(default_factory=dict)
    finish_cap: Bounds = field(default_factory=dict)
    start_pin: Bounds = field(default_factory=dict)
    finish_pin: Bounds = field(default_factory=dict)
    as_late_as_possible: list[int] = field(default_factory=list)


def date_limits(schedule: Schedule, network: Network, conventions: Conventions) -> DateLimits:
    """The bounds that constraints, deadlines, suspensions and actual dates put on the nodes of ``network``."""
    limits = DateLimits(start_floor=dict(network.start_floor))
    for node, activity in enumerate(network.activity):
        if activity is None or activity.is_complete:
            continue
        for constraint in activity.constraints:
            _apply(constraint, node, activity, limits, schedule, conventions)
        if activity.deadline:
            _lower(limits.finish_limit, node, to_minutes(activity.deadline))
        if activity.resumed and activity.is_started:
            _raise(limits.start_floor, node, to_minutes(activity.resumed))
    return limits


def _apply(
    constraint: Constraint,
    node: int,
    activity: Activity,
    limits: DateLimits,
    schedule: Schedule,
    conventions: Conventions,
) -> None:
    kind = constraint.kind
    if constraint.date is None:
        if not activity.is_started:
            limits.as_late_as_possible.append(node)
        return
    date = to_minutes(constraint.date)
    pins = schedule.options.honour_constraints and not activity.is_started
    if kind in _ON_START:
        if not activity.is_started:
            _bound_start(kind, node, date, limits, pins, conventions)
    else:
        _bound_finish(kind, node, date, limits, pins, conventions)


_ON_START = {
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.START_NO_LATER_THAN,
    ConstraintKind.START_ON,
    ConstraintKind.MUST_START_ON,
}


def _bound_start(
    kind: ConstraintKind, node: int, date: int, limits: DateLimits, pins: bool, conventions: Conventions
) -> None:
    if kind is ConstraintKind.MUST_START_ON and pins:
        limits.start_pin[node] = date
        return
    if kind is not ConstraintKind.START_NO_LATER_THAN:
        _raise(limits.start_floor, node, date)
    if kind is not ConstraintKind.START_NO_EARLIER_THAN:
        _lower(limits.start_limit, node, date)
        if conventions.limits_beat_links:
            _lower(limits.start_cap, node, date)


def _bound_finish(
    kind: ConstraintKind, node: int, date: int, limits: DateLimits, pins: bool, conventions: Conventions
) -> None:
    if kind is ConstraintKind.MUST_FINISH_ON and pins:
        limits.finish_pin[node] = date
        return
    if kind is not ConstraintKind.FINISH_NO_LATER_THAN:
        _raise(limits.finish_floor, node, date)
    if kind is not ConstraintKind.FINISH_NO_EARLIER_THAN:
        _lower(limits.finish_limit, node, date)
        if conventions.limits_beat_links:
            _lower(limits.finish_cap, node, date)


def _raise(bounds: Bounds, node: int, date: int) -> None:
    bounds[node] = max(date, bounds.get(node, date))


def _lower(bounds: Bounds, node: int, date: int) -> None:
    bounds[node] = min(date, bounds.get(node, date))
