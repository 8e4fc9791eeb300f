"""The dates of a plan, calculated once, and none where its links lead in a circle."""

from __future__ import annotations

from dataclasses import fields, replace

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.schedule import Activity, InvalidSchedule, Schedule
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.schedule.derived import once, take_over

_NO_MATTER = frozenset({"name", "activities", "links", "resources", "assignments", "currency", "id"})
_SETTINGS = tuple(each.name for each in fields(Schedule) if each.name not in _NO_MATTER)


@once
def calculated(schedule: Schedule) -> Calculation | None:
    """``None`` where the links form a loop or a calendar runs out."""
    try:
        return calculate(schedule)
    except (InvalidSchedule, OutOfWorkingTime):
        return None


def keep_dates(before: Schedule, after: Schedule) -> None:
    """Where an edit changed nothing that dates hang on, what was calculated before it holds after it."""
    if _has_the_same_dates(before, after):
        take_over(calculated, before, after)


def _has_the_same_dates(before: Schedule, after: Schedule) -> bool:
    """Names, ids, owners and money move nothing; people do where work follows their calendars."""
    if len(before.activities) != len(after.activities) or before.links != after.links:
        return False
    if any(getattr(before, name) != getattr(after, name) for name in _SETTINGS):
        return False
    if not all(
        one is other or _is_the_same_work(one, other)
        for one, other in zip(before.activities, after.activities, strict=True)
    ):
        return False
    follows = any(each.follows_resources for each in after.activities)
    return not follows or (before.assignments, before.resources) == (after.assignments, after.resources)


def _is_the_same_work(one: Activity, other: Activity) -> bool:
    return other == replace(one, id=other.id, name=other.name, responsible=other.responsible, budget=other.budget)
