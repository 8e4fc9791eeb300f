"""A schedule as a planning tool wrote it: activities, links, calendars, and nothing calculated.

Every instant is a naive ``datetime`` in the plan's own local time, to the minute. Every duration, lag and
amount of work is a whole number of minutes. Records are immutable and check themselves on creation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.schedule.kinds import (
    ActivityKind,
    ConstraintKind,
    CriticalBy,
    Dialect,
    FloatKind,
    LagCalendar,
    LinkKind,
    ProgressRule,
)

Uid = int | str
"""The source file's own unique id: ``task_id`` in XER, ``UID`` in MSPDI, the id column in a table."""


class InvalidSchedule(ValueError):
    """The parts of a schedule contradict each other; the message names the part."""


@dataclass(frozen=True, slots=True)
class Constraint:
    kind: ConstraintKind
    date: datetime | None = None

    def __post_init__(self) -> None:
        if self.date is None and self.kind is not ConstraintKind.AS_LATE_AS_POSSIBLE:
            raise InvalidSchedule(f"the constraint '{self.kind}' needs a date")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was promised for one activity. ``duration`` is in working minutes."""

    start: datetime | None = None
    finish: datetime | None = None
    duration: int | None = None
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class StoredDates:
    """What the source tool itself last calculated; kept for comparison, never used to schedule."""

    early_start: datetime | None = None
    early_finish: datetime | None = None
    late_start: datetime | None = None
    late_finish: datetime | None = None
    total_float: int | None = None
    free_float: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One line of the plan.

    ``duration`` is the whole duration at completion and ``remaining`` what of it is left, both in working
    minutes of the activity's calendar (elapsed minutes if ``elapsed``). ``planned_start`` and
    ``planned_finish`` are the dates the source shows as planned or scheduled. ``external_early_start`` and
    ``external_late_finish`` are what links to plans outside the file ask for. ``parent`` is the uid of the summary
    (WBS element) above; XER WBS elements have uids of the form ``wbs-<wbs_id>``. ``responsible`` is who answers for it.

    An activity that ``follows_resources`` is worked on when those assigned to it work, not by its own calendar alone.
    ``interruption`` is how much of the time in which they, or else its own calendar, work lies between its parts,
    because it has been split.
    """

    uid: Uid
    id: str
    name: str
    kind: ActivityKind = ActivityKind.TASK
    parent: Uid | None = None
    calendar: Uid | None = None
    duration: int = 0
    remaining: int = 0
    elapsed: bool = False
    percent_complete: float = 0.0
    actual_start: datetime | None = None
    actual_finish: datetime | None = None
    planned_start: datetime | None = None
    planned_finish: datetime | None = None
    suspended: datetime | None = None
    resumed: datetime | None = None
    expected_finish: datetime | None = None
    external_early_start: datetime | None = None
    external_late_finish: datetime | None = None
    deadline: datetime | None = None
    constraints: tuple[Constraint, ...] = ()
    baseline: Baseline | None = None
    stored: StoredDates | None = None
    budget: float | None = None
    responsible: str = ""
    follows_resources: bool = False
    interruption: int = 0
    manual: bool = False
    active: bool = True
    external: bool = False

    def __post_init__(self) -> None:
        if self.duration < 0 or self.remaining < 0 or self.interruption < 0:
            raise InvalidSchedule(f"activity {self.id}: a duration cannot be negative")
        if self.actual_finish and not self.actual_start:
            raise InvalidSchedule(f"activity {self.id}: it has an actual finish but no actual start")

    @property
    def is_started(self) -> bool:
        return self.actual_start is not None

    @property
    def is_complete(self) -> bool:
        return self.actual_finish is not None

    @property
    def is_summary(self) -> bool:
        return self.kind is ActivityKind.SUMMARY

    @property
    def is_milestone(self) -> bool:
        return self.kind.is_milestone

    @property
    def is_level_of_effort(self) -> bool:
        return self.kind is ActivityKind.LEVEL_OF_EFFORT


@dataclass(frozen=True, slots=True)
class Link:
    """A dependency. ``lag`` is in minutes, negative for a lead; ``elapsed`` counts it around the clock."""

    predecessor: Uid
    successor: Uid
    kind: LinkKind = LinkKind.FINISH_START
    lag: int = 0
    elapsed: bool = False


@dataclass(frozen=True, slots=True)
class Resource:
    """Who or what does the work. ``max_units`` is how much of it there is: 1.0 is one full-time person or machine."""

    uid: Uid
    name: str
    kind: str = "work"
    calendar: Uid | None = None
    max_units: float | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A resource's part in an activity: ``work`` in minutes, ``cost`` in the plan's currency.

    ``units`` is the share of the resource it takes while it lasts: 0.5 is half of one.
    """

    activity: Uid
    resource: Uid | None = None
    work: int = 0
    cost: float = 0.0
    units: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleOptions:
    """The settings of the source tool that change its dates."""

    lag_calendar: LagCalendar = LagCalendar.PREDECESSOR
    progress: ProgressRule = ProgressRule.RETAINED_LOGIC
    float_kind: FloatKind = FloatKind.SMALLEST
    critical_at_or_below: int = 0
    critical_by: CriticalBy = CriticalBy.TOTAL_FLOAT
    honour_constraints: bool = True
    minutes_per_day: int = 480


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """One project's plan. ``activities`` are in outline order, a summary before its children."""

    name: str
    dialect: Dialect
    start: datetime
    calendars: tuple[WorkCalendar, ...]
    default_calendar: Uid
    activities: tuple[Activity, ...]
    links: tuple[Link, ...] = ()
    uid: Uid | None = None
    id: str = ""
    data_date: datetime | None = None
    must_finish_by: datetime | None = None
    resources: tuple[Resource, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    options: ScheduleOptions = field(default_factory=ScheduleOptions)
    currency: str = ""

    def __post_init__(self) -> None:
        _must_be_unique("calendar", self.calendar_by_uid, self.calendars)
        _must_be_unique("activity", self.activity_by_uid, self.activities)
        if self.default_calendar not in self.calendar_by_uid:
            raise InvalidSchedule(f"the default calendar {self.default_calendar} is not in the plan")
        self._check_activities()
        self._check_outline()
        activities = self.activity_by_uid
        for link in self.links:
            if link.predecessor not in activities or link.successor not in activities:
                missing = link.predecessor if link.predecessor not in activities else link.successor
                raise InvalidSchedule(f"a link names activity {missing}, which is not in the plan")

    def _check_activities(self) -> None:
        calendars, activities = self.calendar_by_uid, self.activity_by_uid
        for each in self.activities:
            if each.calendar is not None and each.calendar not in calendars:
                raise InvalidSchedule(f"activity {each.id} uses calendar {each.calendar}, which is not in the plan")
            if each.parent is not None and each.parent not in activities:
                raise InvalidSchedule(f"activity {each.id} is under {each.parent}, which is not in the plan")

    def _check_outline(self) -> None:
        parents = {each.parent for each in self.activities}
        above = {each.uid: [each.parent] for each in self.activities if each.uid in parents and each.parent is not None}
        try:
            TopologicalSorter(above).prepare()
        except CycleError as ring:
            raise InvalidSchedule(f"activity {self.activity_by_uid[ring.args[1][0]].id} is under itself") from ring

    @cached_property
    def derived(self) -> dict[Callable[[Schedule], Any], Any]:
        """What ``derived.once`` keeps, by the function that found it."""
        return {}

    @cached_property
    def activity_by_uid(self) -> dict[Uid, Activity]:
        return {each.uid: each for each in self.activities}

    @cached_property
    def calendar_by_uid(self) -> dict[Uid, WorkCalendar]:
        return {each.uid: each for each in self.calendars}

    def calendar_of(self, activity: Activity) -> WorkCalendar:
        return self.calendar_by_uid[activity.calendar if activity.calendar is not None else self.default_calendar]


def _must_be_unique(
    what: str, by_uid: Mapping[Uid, object], entries: tuple[WorkCalendar, ...] | tuple[Activity, ...]
) -> None:
    if len(by_uid) == len(entries):
        return
    seen: set[Uid] = set()
    for each in entries:
        if each.uid in seen:
            raise InvalidSchedule(f"two {what} entries have the unique id {each.uid}")
        seen.add(each.uid)
