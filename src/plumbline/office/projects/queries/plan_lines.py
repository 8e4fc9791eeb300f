"""A recorded plan as lines for people: dates, floats and baseline beside each other. Nothing here calculates a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from plumbline.engine.calendars import OutOfWorkingTime, WorkingTime
from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.schedule import Activity, Baseline, Link, Schedule, Uid
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.engine.schedule.calculation import ActivityDates, Calculation
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.plans import kept_calculation, kept_schedule
from plumbline.office.projects.queries.rolled_up import Span, rolled_up

NO_DATES = ActivityDates()
NO_BASELINE = Baseline()


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the plan. Days are working days of the activity's calendar; ``late_by`` those after its baseline.

    ``start`` and ``finish`` are the actual ones if there are any, else calculated, else what the file said.
    A summary spans what is below it.
    """

    activity: Activity
    level: int
    dates: ActivityDates
    baseline: Baseline
    start: datetime | None
    finish: datetime | None
    percent: float
    days: float | None
    remaining_days: float | None
    total_float: float | None
    free_float: float | None
    late_by: float | None

    @property
    def is_summary(self) -> bool:
        return self.activity.is_summary

    @property
    def is_critical(self) -> bool:
        return self.dates.critical and not self.activity.is_summary and not self.activity.is_complete

    @property
    def is_late(self) -> bool:
        return bool(self.late_by and self.late_by > 0)


@dataclass(frozen=True)
class PlanTable:
    """Every line of one plan version in outline order."""

    schedule: Schedule
    lines: tuple[PlanLine, ...]
    is_calculated: bool

    @cached_property
    def by_uid(self) -> dict[Uid, PlanLine]:
        return {each.activity.uid: each for each in self.lines}

    @cached_property
    def has_baseline(self) -> bool:
        return any(each.baseline.finish for each in self.lines)

    @cached_property
    def links_into(self) -> dict[Uid, list[Link]]:
        found: dict[Uid, list[Link]] = defaultdict(list)
        for link in self.schedule.links:
            found[link.successor].append(link)
        return found

    def above(self, line: PlanLine) -> list[PlanLine]:
        """The summaries above a line, the outermost first."""
        found: list[PlanLine] = []
        parent = line.activity.parent
        while parent is not None:
            found.append(self.by_uid[parent])
            parent = self.by_uid[parent].activity.parent
        return found[::-1]


def plan_table(project: Project, version: PlanVersion) -> PlanTable:
    """The plan held against the project's baseline, or against the one inside the plan."""
    baseline = project.baseline
    return _plan_table(
        version.document_id,
        version.calculation_document_id,
        baseline.document_id if baseline else None,
        baseline.calculation_document_id if baseline else None,
    )


@lru_cache(maxsize=8)
def _plan_table(plan: str, calculated: str | None, baseline: str | None, promised: str | None) -> PlanTable:
    schedule, calculation = kept_schedule(plan), kept_calculation(calculated)
    if baseline:
        promise = kept_calculation(promised)
        schedule = with_baseline(schedule, kept_schedule(baseline), promise.dates if promise else {})
    return PlanTable(schedule, tuple(_lines(schedule, calculation)), calculation is not None)


def _lines(schedule: Schedule, calculation: Calculation | None) -> Iterable[PlanLine]:
    dates = calculation.dates if calculation else {}
    spans = rolled_up(schedule, {each.uid: _span(each, dates.get(each.uid, NO_DATES)) for each in schedule.activities})
    days = _Days(schedule)
    level: dict[Uid | None, int] = {None: -1}
    for activity in schedule.activities:
        level[activity.uid] = level.get(activity.parent, -1) + 1
        line_dates = dates.get(activity.uid, NO_DATES)
        yield _line(activity, level[activity.uid], line_dates, spans[activity.uid], days)


def _span(activity: Activity, dates: ActivityDates) -> Span:
    stored = activity.stored
    baseline = activity.baseline or NO_BASELINE
    return Span(
        start=activity.actual_start
        or dates.early_start
        or activity.planned_start
        or (stored.early_start if stored else None),
        finish=activity.actual_finish
        or dates.early_finish
        or activity.planned_finish
        or (stored.early_finish if stored else None),
        baseline_start=baseline.start,
        baseline_finish=baseline.finish,
        work=activity.duration,
        done=activity.duration * (1.0 if activity.is_complete else activity.percent_complete / 100),
    )


def _line(activity: Activity, level: int, dates: ActivityDates, span: Span, days: _Days) -> PlanLine:
    over, summary = activity.is_complete, activity.is_summary
    baseline = activity.baseline or NO_BASELINE
    return PlanLine(
        activity=activity,
        level=level,
        dates=dates,
        baseline=Baseline(span.baseline_start, span.baseline_finish, baseline.duration, baseline.cost),
        start=span.start,
        finish=span.finish,
        percent=100.0 if over else span.percent if summary else activity.percent_complete,
        days=days.between(activity, span.start, span.finish) if summary else days.of(activity, activity.duration),
        remaining_days=None if summary else days.of(activity, activity.remaining),
        total_float=None if over else days.of(activity, dates.total_float),
        free_float=None if over else days.of(activity, dates.free_float),
        late_by=days.between(activity, span.baseline_finish, span.finish),
    )


class _Days:
    """Minutes and spans as working days of an activity's calendar."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.time = {each.uid: WorkingTime(each) for each in schedule.calendars}

    def of(self, activity: Activity, minutes: int | None) -> float | None:
        per_day = MINUTES_PER_DAY if activity.elapsed else self.schedule.calendar_of(activity).minutes_per_day
        return None if minutes is None else minutes / per_day

    def between(self, activity: Activity, start: datetime | None, finish: datetime | None) -> float | None:
        if start is None or finish is None:
            return None
        time = self.time[self.schedule.calendar_of(activity).uid]
        try:
            return time.days(time.between(start, finish))
        except OutOfWorkingTime:
            return None
