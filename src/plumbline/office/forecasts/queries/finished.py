"""What became of projects that have ended: their duration beside that of their baseline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError

from plumbline.engine.metrics.baseline_coverage import baseline_scope
from plumbline.engine.reference_classes.own import days_between
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class FinishedCase:
    """Days with both ends counted; ``baseline`` says what was taken for the estimate."""

    planned_days: int
    actual_days: int
    ended_on: date
    baseline: str


def finished_case(project: Project) -> FinishedCase:
    """By the current plan against its baseline. Raises ``ValidationError`` where it has not finished, or has none."""
    if project.current_plan is None:
        raise ValidationError(f"{project.code} has no plan.")
    schedule = projects.schedule_of(project.current_plan)
    if project.baseline is not None:
        schedule = with_baseline(schedule, projects.schedule_of(project.baseline))
    actual, planned = _actual(schedule), _planned(schedule)
    if actual is None:
        raise ValidationError(f"{project.code} has not finished: not all of its activities are done.")
    if planned is None:
        raise ValidationError(f"{project.code} has no baseline to compare with.")
    version = f"version {project.baseline.number}" if project.baseline else "of its plan"
    return FinishedCase(days_between(*planned), days_between(*actual), actual[1], version)


def actual_finish(schedule: Schedule) -> date | None:
    """``None`` until all that counts is done."""
    found = _actual(schedule)
    return found[1] if found else None


def _actual(schedule: Schedule) -> tuple[date, date] | None:
    scope = baseline_scope(schedule)
    starts = [each.actual_start for each in scope if each.actual_start]
    finishes = [each.actual_finish for each in scope if each.actual_finish]
    return _days(starts, finishes) if scope and len(finishes) == len(scope) else None


def _planned(schedule: Schedule) -> tuple[date, date] | None:
    lines = [each.baseline for each in baseline_scope(schedule) if each.baseline]
    return _days([each.start for each in lines if each.start], [each.finish for each in lines if each.finish])


def _days(starts: list[datetime], finishes: list[datetime]) -> tuple[date, date] | None:
    return (min(starts).date(), max(finishes).date()) if starts and finishes else None
