"""A baseline from another version of the plan, for sources that keep none in the file (XER)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.calculation import ActivityDates
from plumbline.engine.schedule.matching import match_activities
from plumbline.engine.schedule.model import Activity, Baseline, Schedule, Uid


def with_baseline(schedule: Schedule, baseline: Schedule, dates: Mapping[Uid, ActivityDates] | None = None) -> Schedule:
    """``schedule`` with the dates, durations and budgets of ``baseline`` as what was promised.

    Activities are matched by unique id, in P6 plans then by activity id. One that ``baseline`` does not have gets no
    baseline, whatever its file said. Dates are the actual or planned ones of ``baseline``, else its early ``dates``:
    give those that exist already to save their calculation. Without them, raises ``LoopInSchedule`` and
    ``OutOfWorkingTime`` if they have to be calculated and cannot be.
    """
    matches = match_activities(baseline, schedule)
    missing = any(not (each.planned_start and each.planned_finish) for each in matches.values())
    calculated = dates if dates is not None else calculate(baseline).dates if missing else {}
    return replace(
        schedule,
        activities=tuple(
            replace(each, baseline=_promise(match, calculated.get(match.uid)) if match else None)
            for each in schedule.activities
            for match in (matches.get(each.uid),)
        ),
    )


def _promise(activity: Activity, calculated: ActivityDates | None) -> Baseline:
    early = calculated or ActivityDates()
    return Baseline(
        start=activity.actual_start or activity.planned_start or early.early_start,
        finish=activity.actual_finish or activity.planned_finish or early.early_finish,
        duration=activity.duration,
        cost=activity.budget,
    )
