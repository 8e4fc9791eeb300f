"""Puts the plan that was promised, or an earlier version, beside the plan that is checked."""

from __future__ import annotations

from plumbline.cli.reading import cannot_calculate
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.readers import PlanFile, UnreadableSchedule
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.engine.schedule.calculate import LoopInSchedule


def beside_promise(schedules: tuple[Schedule, ...], promised: PlanFile, place: str) -> tuple[Schedule, ...]:
    """Each of ``schedules`` with its baseline from ``promised``, which was read from ``place``.

    Raises ``UnreadableSchedule`` if the dates of the promise cannot be calculated.
    """
    return tuple(_beside(each, same_project(each, promised.schedules), place) for each in schedules)


def _beside(schedule: Schedule, baseline: Schedule, place: str) -> Schedule:
    try:
        return with_baseline(schedule, baseline)
    except (LoopInSchedule, OutOfWorkingTime) as reason:
        raise UnreadableSchedule(cannot_calculate(baseline, reason, place)) from reason


def same_project(schedule: Schedule, candidates: tuple[Schedule, ...]) -> Schedule:
    """The candidate of the same id, else of the same name, else the first."""
    of_same_id = (each for each in candidates if schedule.id and each.id == schedule.id)
    of_same_name = (each for each in candidates if each.name == schedule.name)
    return next(of_same_id, None) or next(of_same_name, None) or candidates[0]
