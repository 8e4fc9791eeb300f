"""When the budget of a plan is to be spent: each activity's money or work laid on its dates, over its calendar.

Conventions: docs/methods/earned-value.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import fsum

import numpy as np

from plumbline.engine.calendars import ALWAYS, WorkCalendar
from plumbline.engine.calendars.work_horizon import WorkHorizon, to_minutes
from plumbline.engine.schedule import Activity, Schedule, Uid
from plumbline.engine.schedule.calculate import ActivityDates


class BudgetIn(StrEnum):
    """What a plan's value is counted in."""

    COST = "cost"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget of one activity, in the plan's currency or in hours, and the days it is for."""

    uid: Uid
    amount: float
    start: datetime
    finish: datetime
    is_level_of_effort: bool = False


@dataclass(frozen=True, slots=True)
class Phased:
    """``planned`` has one row for each of ``budgets`` and one column for each instant: what is planned by then."""

    budgets: tuple[Budget, ...]
    planned: tuple[tuple[float, ...], ...]

    def total(self, budgets: Sequence[int] | None = None) -> tuple[float, ...]:
        """Planned by each instant, of all budgets or those at these places, correctly rounded."""
        rows = self.planned if budgets is None else [self.planned[place] for place in budgets]
        return tuple(map(fsum, zip(*rows, strict=True))) if rows else ()


def planned_budgets(
    schedule: Schedule, budget_in: BudgetIn = BudgetIn.COST, dates: Mapping[Uid, ActivityDates] | None = None
) -> tuple[Budget, ...]:
    """What each activity that is no summary is to cost, where it is to cost anything, as ``schedule`` promised it.

    The baseline counts where an activity has one with dates, else what the plan itself says: its own budget, or that
    of its assignments; planned dates, or the early ones of ``dates``. Work is always that of the assignments: no
    format keeps it in the baseline of an activity. An activity without dates is left out.
    """
    assigned = _assigned(schedule, budget_in)
    found = []
    for each in schedule.activities:
        if each.is_summary or not each.active or each.external:
            continue
        amount = _amount(each, assigned.get(each.uid, 0.0), budget_in)
        start, finish = _span(each, (dates or {}).get(each.uid) or ActivityDates())
        if amount > 0 and start and finish:
            found.append(Budget(each.uid, amount, start, max(start, finish), each.is_level_of_effort))
    return tuple(found)


def phase(schedule: Schedule, budgets: Sequence[Budget], instants: Sequence[datetime]) -> Phased:
    """Each of ``budgets`` spread evenly over the working time of its activity, as of each of ``instants``.

    What has no working time between its dates falls due at its finish. Cost grows with budgets times instants.
    Raises ``OutOfWorkingTime``.
    """
    calendars = [_calendar(schedule, each.uid) for each in budgets]
    distinct = list({id(each): each for each in calendars}.values())
    place_of = {id(each): place for place, each in enumerate(distinct)}
    horizon = WorkHorizon(distinct)
    bounds = [to_minutes(each) for each in instants]
    rows = []
    for budget, calendar in zip(budgets, calendars, strict=True):
        start, finish = to_minutes(budget.start), to_minutes(budget.finish)
        place = place_of[id(calendar)]
        whole = horizon.work_between(place, start, finish)
        rows.append([_share(horizon, place, start, finish, whole, bound) for bound in bounds])
    shares = np.asarray(rows, dtype=float).reshape(len(budgets), len(bounds))
    planned = shares * np.asarray([each.amount for each in budgets], dtype=float)[:, np.newaxis]
    return Phased(tuple(budgets), tuple(map(tuple, planned.tolist())))


def _share(horizon: WorkHorizon, place: int, start: int, finish: int, whole: int, bound: int) -> float:
    if bound >= finish:
        return 1.0
    if bound <= start or whole <= 0:
        return 0.0
    return horizon.work_between(place, start, bound) / whole


def _calendar(schedule: Schedule, uid: Uid) -> WorkCalendar:
    activity = schedule.activity_by_uid[uid]
    return ALWAYS if activity.elapsed else schedule.calendar_of(activity)


def _amount(activity: Activity, assigned: float, budget_in: BudgetIn) -> float:
    if budget_in is BudgetIn.WORK:
        return assigned
    if activity.baseline and activity.baseline.cost is not None:
        return activity.baseline.cost
    return assigned if activity.budget is None else activity.budget


def _span(activity: Activity, calculated: ActivityDates) -> tuple[datetime | None, datetime | None]:
    if activity.baseline and activity.baseline.start and activity.baseline.finish:
        return activity.baseline.start, activity.baseline.finish
    return activity.planned_start or calculated.early_start, activity.planned_finish or calculated.early_finish


def _assigned(schedule: Schedule, budget_in: BudgetIn) -> dict[Uid, float]:
    found: dict[Uid, float] = defaultdict(float)
    for each in schedule.assignments:
        found[each.activity] += each.cost if budget_in is BudgetIn.COST else each.work / 60
    return found
