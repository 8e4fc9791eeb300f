"""What really happens to a plan, and what each update of it can know of that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from random import Random

from plumbline.engine.calendars import WorkingTime
from plumbline.engine.editing import with_forecast
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind, Schedule, Uid
from plumbline.engine.schedule.calculate import calculate

Share = float
Factor = float


class Candour(Enum):
    """A forecast that is not a matter of planned durations."""

    WHAT_WILL_HAPPEN = "what will happen"
    WHAT_WAS_PROMISED = "whatever keeps the promised finish"


Outlook = Factor | Candour


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How work goes. ``pace`` says from which share of the planned time on work takes how many times its duration.

    ``spread`` is the largest deviation of a single activity from that. ``starts_early`` lets work begin as soon as
    it can, also before its planned date.
    """

    pace: tuple[tuple[Share, Factor], ...] = ((0.0, 0.95),)
    spread: float = 0.05
    starts_early: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    start: datetime
    finish: datetime
    duration: int


def what_happens(plan: Schedule, course: Course, seed: str) -> dict[Uid, Happening]:
    """When each activity really starts and finishes, the future included; ``plan`` is the plan before work began."""
    chance = Random(seed)
    span = _span(plan)
    lived = []
    for each in plan.activities:
        luck = chance.uniform(-course.spread, course.spread)
        factor = _factor(course, each, span) + luck
        duration = (
            each.duration if each.is_milestone or each.is_summary else max(60, round(each.duration * factor / 60) * 60)
        )
        lived.append(replace(each, duration=duration, remaining=duration, constraints=_not_before(each, course)))
    schedule = replace(plan, activities=tuple(lived))
    dates = calculate(schedule).dates
    return {
        each.uid: Happening(start, finish, each.duration)
        for each in lived
        if not each.is_summary
        if (start := dates[each.uid].early_start) and (finish := dates[each.uid].early_finish)
    }


def statused(plan: Schedule, happenings: dict[Uid, Happening], data_date: datetime, outlook: Outlook) -> Schedule:
    """The plan as of ``data_date``: what was done is entered, what is left is forecast.

    An ``outlook`` that is a factor multiplies the planned durations of work that has not begun.
    """
    if outlook is Candour.WHAT_WAS_PROMISED:
        return _kept_promise(plan, happenings, data_date)
    factor = outlook if isinstance(outlook, float) else None
    activities = tuple(
        each if each.is_summary else _as_of(plan, each, happenings[each.uid], data_date, factor)
        for each in plan.activities
    )
    return with_forecast(replace(plan, data_date=data_date, activities=activities))


_TRIALS = 6


def _kept_promise(plan: Schedule, happenings: dict[Uid, Happening], data_date: datetime) -> Schedule:
    """The longest durations of what is left with which the finish does not move, found by halving."""
    promised = _span(plan)[1]
    least, most = 0.05, 1.0
    found = statused(plan, happenings, data_date, least)
    for _ in range(_TRIALS):
        middle = (least + most) / 2
        tried = statused(plan, happenings, data_date, middle)
        if _span(tried)[1] <= promised:
            least, found = middle, tried
        else:
            most = middle
    return found


def _as_of(
    plan: Schedule, activity: Activity, happening: Happening, data_date: datetime, factor: Factor | None
) -> Activity:
    if happening.finish <= data_date:
        return replace(
            activity,
            actual_start=happening.start,
            actual_finish=happening.finish,
            duration=happening.duration,
            remaining=0,
            percent_complete=100.0,
        )
    if activity.is_milestone:
        return activity
    if happening.start >= data_date:
        duration = happening.duration if factor is None else _whole_hours(activity.duration * factor)
        return replace(activity, duration=duration, remaining=duration)
    done = max(0, WorkingTime(plan.calendar_of(activity)).between(happening.start, data_date))
    left = max(60, happening.duration - done)
    return replace(
        activity,
        actual_start=happening.start,
        duration=done + left,
        remaining=left,
        percent_complete=round(100 * done / (done + left)),
    )


def _whole_hours(minutes: float) -> int:
    return max(60, round(minutes / 60) * 60) if minutes else 0


def _span(plan: Schedule) -> tuple[datetime, datetime]:
    finishes = [each.planned_finish for each in plan.activities if each.planned_finish]
    return plan.start, max(finishes)


def _factor(course: Course, activity: Activity, span: tuple[datetime, datetime]) -> Factor:
    begun = activity.planned_start or span[0]
    share = (begun - span[0]) / (span[1] - span[0])
    return [factor for since, factor in course.pace if share >= since][-1]


def _not_before(activity: Activity, course: Course) -> tuple[Constraint, ...]:
    if course.starts_early or activity.planned_start is None or activity.is_summary:
        return ()
    return (Constraint(ConstraintKind.START_NO_EARLIER_THAN, activity.planned_start),)
