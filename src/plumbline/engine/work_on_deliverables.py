"""When work on a deliverable began and ends, by the plan and by a tracker of work items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from plumbline.engine.acceptance import DeliverableFact
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.schedule import Activity, Schedule, Uid
from plumbline.engine.schedule.derived import once
from plumbline.engine.schedule.summaries import leaves_below


@dataclass(frozen=True, slots=True)
class Begun:
    """``by`` is ``plan`` or ``tracker``: where the earlier of the two beginnings stands."""

    on: date
    by: str


def work_begun(facts: ProjectFacts, deliverable: DeliverableFact) -> Begun | None:
    """The earliest actual start below its element of the plan, or the start of its first work item."""
    starts = [each.actual_start.date() for each in activities_of(facts.plan, deliverable) if each.actual_start]
    found = [Begun(each, "plan") for each in starts]
    if deliverable.started_on is not None:
        found.append(Begun(deliverable.started_on, "tracker"))
    return min(found, key=lambda each: each.on, default=None)


def is_finished(facts: ProjectFacts, deliverable: DeliverableFact) -> bool:
    """Whether the plan has work for it, all of it finished."""
    work = activities_of(facts.plan, deliverable)
    return bool(work) and all(each.is_complete for each in work)


def begins_within(facts: ProjectFacts, deliverable: DeliverableFact, days: int) -> bool:
    """Whether the plan begins work on it before so many calendar days after the data date have gone by.

    Where the plan does not say when, it counts as soon: nobody knows that there is time.
    """
    dates = [_planned_start(facts.plan, each) for each in activities_of(facts.plan, deliverable) if facts.plan]
    known = [each for each in dates if each is not None]
    last = _last_day(facts, days)
    return not known or last is None or min(known) <= last


def ends_within(facts: ProjectFacts, deliverable: DeliverableFact, days: int) -> bool:
    """Whether its last activity ends by then; not where the plan does not say when."""
    dates = [_planned_finish(facts.plan, each) for each in activities_of(facts.plan, deliverable) if facts.plan]
    last = _last_day(facts, days)
    if not dates or last is None:
        return False
    return all(each is not None and each <= last for each in dates)


def activities_of(plan: PlanFacts | None, deliverable: DeliverableFact) -> list[Activity]:
    """What the plan holds below its element, or the activity itself that it stands for."""
    if plan is None or not deliverable.wbs_key:
        return []
    found = plan.schedule.activity_by_uid.get(deliverable.wbs_key)
    if found is None:
        return []
    if not found.is_summary:
        return [found]
    below = (plan.schedule.activity_by_uid[each] for each in _leaves(plan.schedule).get(found.uid, ()))
    return [each for each in below if each.active and not each.external and not each.is_level_of_effort]


@once
def _leaves(schedule: Schedule) -> dict[Uid, list[Uid]]:
    return leaves_below(schedule)


def _last_day(facts: ProjectFacts, days: int) -> date | None:
    data_date = facts.plan.schedule.data_date if facts.plan else None
    return data_date.date() + timedelta(days=days) if data_date else None


def _planned_start(plan: PlanFacts | None, activity: Activity) -> date | None:
    found = activity.actual_start or activity.planned_start
    if found is None and plan is not None:
        found = plan.calculation.dates[activity.uid].early_start
    return found.date() if found else None


def _planned_finish(plan: PlanFacts | None, activity: Activity) -> date | None:
    found = activity.actual_finish
    if found is None and plan is not None:
        found = plan.calculation.dates[activity.uid].early_finish
    return found.date() if found else None
