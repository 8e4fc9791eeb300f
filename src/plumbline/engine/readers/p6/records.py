"""The objects of a P6 file as read: values, but nothing yet decided. Each knows its place in the file.

Ids that must be there come first, so that a front end can look for a missing one. Durations, floats and lags are
minutes, work is in hours, percentages are of a hundred. Words of P6 are kept as either format writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.readers.p6.fields import Source
from plumbline.engine.schedule import Baseline, ScheduleOptions, Uid


class TaskRecord(NamedTuple):
    source: Source
    uid: Uid
    code: str | None
    name: str | None
    type: str | None
    percent_type: str | None
    wbs: Uid | None
    calendar: Uid | None
    primary_resource: Uid | None
    planned_duration: int | None
    remaining_duration: int | None
    actual_start: datetime | None
    actual_finish: datetime | None
    planned_start: datetime | None
    planned_finish: datetime | None
    early_start: datetime | None
    early_finish: datetime | None
    late_start: datetime | None
    late_finish: datetime | None
    total_float: int | None
    free_float: int | None
    suspended: datetime | None
    resumed: datetime | None
    expected_finish: datetime | None
    external_early_start: datetime | None
    external_late_finish: datetime | None
    constraint: str | None
    constraint_date: datetime | None
    constraint_2: str | None
    constraint_2_date: datetime | None
    physical_percent: float | None
    units_percent: float | None
    labour_done: float | None
    equipment_done: float | None
    labour_left: float | None
    equipment_left: float | None


class LinkRecord(NamedTuple):
    source: Source
    predecessor: Uid
    successor: Uid
    type: str | None
    lag: int | None


class AssignmentRecord(NamedTuple):
    source: Source
    activity: Uid
    resource: Uid | None
    resource_type: str | None
    hours: float | None
    cost: float | None
    units: float | None


class ExpenseRecord(NamedTuple):
    source: Source
    activity: Uid | None
    cost: float | None


class WbsRecord(NamedTuple):
    source: Source
    uid: Uid
    parent: Uid | None
    code: str
    name: str
    sequence: float
    obs: Uid | None


class ResourceRecord(NamedTuple):
    source: Source
    uid: Uid
    name: str
    type: str
    calendar: Uid | None


class RateRecord(NamedTuple):
    """How many units of a resource there are from ``start`` on."""

    resource: Uid
    start: datetime | None
    max_units: float


class ObsRecord(NamedTuple):
    """An element of the organisation that answers for WBS elements."""

    name: str
    parent: Uid | None


class P6Calendar(NamedTuple):
    calendar: WorkCalendar
    project: Uid | None
    is_of_resource: bool
    is_default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileParts:
    """What the projects of a file share."""

    calendars: Mapping[Uid, P6Calendar]
    resources: list[ResourceRecord]
    rates: Mapping[Uid, list[RateRecord]]
    obs: Mapping[Uid, ObsRecord]
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectParts:
    """One project. ``baseline`` is by the id of the activity; ``wbs`` by its uid."""

    source: Source
    uid: Uid
    id: str
    name: str
    start: datetime | None
    data_date: datetime | None
    must_finish_by: datetime | None
    calendar: Uid | None
    obs: Uid | None
    options: ScheduleOptions
    uses_expected_finish: bool
    wbs: dict[Uid, WbsRecord]
    tasks: list[TaskRecord]
    assignments: list[AssignmentRecord]
    expenses: list[ExpenseRecord]
    baseline: Mapping[str, Baseline] = field(default_factory=dict)
