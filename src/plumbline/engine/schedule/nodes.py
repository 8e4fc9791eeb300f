"""The nodes of a network: what is to be known of an activity before any date is calculated."""

from __future__ import annotations

from dataclasses import dataclass, field

from plumbline.engine.calendars.work_horizon import WorkHorizon, to_minutes
from plumbline.engine.schedule.conventions import Conventions
from plumbline.engine.schedule.kinds import ActivityKind, ConstraintKind, FloatKind
from plumbline.engine.schedule.model import Activity
from plumbline.engine.schedule.network_columns import (
    COMPLETE,
    FINISH_FLOAT,
    JOINT,
    LAG_SHIFTS_FREE_FLOAT,
    LATE_DATES_STAY,
    LATE_MOVES_TO_WINDOW_START,
    LOGIC_FLOAT,
    NEVER,
    NONE,
    OPEN_END_REACHES_FINISH,
    PARTS,
    START_FLOAT,
    START_IS_PAST,
    STARTED,
    STAYS_AT_WINDOW_END,
    STAYS_THERE,
)


@dataclass(slots=True)
class Nodes:
    """The columns of ``NetworkColumns`` that have one entry per node, and the activity each stands for."""

    activity: list[Activity | None] = field(default_factory=list)
    project: list[int] = field(default_factory=list)
    calendar: list[int] = field(default_factory=list)
    duration: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    earliest: list[int] = field(default_factory=list)
    start_floor: list[int] = field(default_factory=list)
    finish_floor: list[int] = field(default_factory=list)
    start_limit: list[int] = field(default_factory=list)
    finish_limit: list[int] = field(default_factory=list)
    start_cap: list[int] = field(default_factory=list)
    finish_cap: list[int] = field(default_factory=list)
    start_pin: list[int] = field(default_factory=list)
    finish_pin: list[int] = field(default_factory=list)
    fixed_start: list[int] = field(default_factory=list)
    fixed_finish: list[int] = field(default_factory=list)
    expected_finish: list[int] = field(default_factory=list)
    resume: list[int] = field(default_factory=list)
    float_calendar: list[int] = field(default_factory=list)
    parts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, activity: Activity | None, project: int, calendar: int, flags: int, earliest: int) -> int:
        """A node without bounds; its number."""
        self.activity.append(activity)
        self.project.append(project)
        self.calendar.append(calendar)
        self.float_calendar.append(calendar)
        self.flags.append(flags)
        self.earliest.append(earliest)
        self.duration.append(0 if activity is None or activity.is_complete else work_left(activity))
        for floor in (self.start_floor, self.finish_floor):
            floor.append(0)
        for limit in (self.start_limit, self.finish_limit, self.start_cap, self.finish_cap):
            limit.append(NEVER)
        for date in (
            self.start_pin,
            self.finish_pin,
            self.fixed_start,
            self.fixed_finish,
            self.expected_finish,
            self.resume,
        ):
            date.append(NONE)
        return len(self.activity) - 1

    def fix(self, node: int, start: int, finish: int) -> None:
        self.fixed_start[node], self.fixed_finish[node] = start, finish


def work_left(activity: Activity) -> int:
    """Minutes still to be placed: nothing of a milestone, the remainder of what has begun, with what interrupts it."""
    if activity.is_milestone:
        return 0
    return activity.interruption + (activity.remaining if activity.actual_start else activity.duration)


def flags_of(activity: Activity | None, conventions: Conventions) -> int:
    """What the calculation has to know of a node, as bits; ``None`` is a joint without an activity of its own."""
    flags = LAG_SHIFTS_FREE_FLOAT if conventions.free_float_shifts_by_lag_calendar else 0
    flags |= OPEN_END_REACHES_FINISH if conventions.open_ends_float_to_the_finish else 0
    if activity is None:
        return flags | JOINT
    if activity.actual_start:
        flags |= STARTED
    if activity.actual_finish:
        flags |= COMPLETE
    if conventions.pinned_float_from_logic:
        flags |= LOGIC_FLOAT if _is_pinned(activity) else 0
    if activity.kind is ActivityKind.FINISH_MILESTONE or conventions.every_milestone_may_end_a_window:
        flags |= STAYS_AT_WINDOW_END
    elif activity.kind is ActivityKind.START_MILESTONE:
        flags |= LATE_MOVES_TO_WINDOW_START
    if conventions.float_kind is not FloatKind.SMALLEST:
        flags |= START_FLOAT if conventions.float_kind is FloatKind.START else FINISH_FLOAT
    return flags


def _is_pinned(activity: Activity) -> bool:
    return any(
        each.kind in (ConstraintKind.MUST_START_ON, ConstraintKind.MUST_FINISH_ON) for each in activity.constraints
    )


def follow_resources(nodes: Nodes, node: int, calendar: int, parts: list[tuple[int, int]]) -> None:
    """Place the work of ``node`` in the time of its resources, while its float stays in its own."""
    nodes.calendar[node] = calendar
    if len(parts) > 1:
        nodes.parts[node] = parts
        nodes.flags[node] |= PARTS


def fix_dates(nodes: Nodes, node: int, horizon: WorkHorizon, conventions: Conventions) -> None:
    """Where early dates do not follow from logic: a started MSP task, a manual one, one of another project."""
    activity = nodes.activity[node]
    if activity is None:
        return
    if activity.actual_start and conventions.starts_stay_at_actual_start:
        start = to_minutes(activity.actual_start)
        if activity.actual_finish:
            nodes.flags[node] |= STAYS_THERE
            nodes.fix(node, start, to_minutes(activity.actual_finish))
        else:
            _fix_work_under_way(nodes, node, activity, start, horizon)
    elif (activity.manual or activity.external) and activity.planned_start:
        start = to_minutes(activity.planned_start)
        finish = to_minutes(activity.planned_finish) if activity.planned_finish else None
        nodes.fix(node, start, finish or _work_end(nodes, node, start, activity.duration, horizon))
        nodes.flags[node] |= STAYS_THERE if activity.external else LATE_DATES_STAY | START_IS_PAST


def _fix_work_under_way(nodes: Nodes, node: int, activity: Activity, start: int, horizon: WorkHorizon) -> None:
    calendar = nodes.calendar[node]
    begun = horizon.next_work_start(calendar, start)
    finish = _work_end(nodes, node, begun, activity.duration + activity.interruption, horizon)
    nodes.fix(node, start, finish)
    nodes.flags[node] |= START_IS_PAST
    nodes.resume[node] = horizon.add(calendar, finish, -activity.remaining)


def _work_end(nodes: Nodes, node: int, start: int, duration: int, horizon: WorkHorizon) -> int:
    parts = nodes.parts.get(node) or [(nodes.calendar[node], duration)]
    return max(horizon.add(calendar, start, minutes) for calendar, minutes in parts)
