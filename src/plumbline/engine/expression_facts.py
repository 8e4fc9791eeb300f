"""What a condition of a standard may ask about: the facts of a project, an activity or a link, one record each.

docs/methods/custom-rules.md lists them. What is not known is ``null``. Dates are instants, durations and floats working
days of the activity's own calendar.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from plumbline.engine.facts import PlanFacts
from plumbline.engine.rules.populations import in_days, logic_links, work_and_milestones
from plumbline.engine.rules.rule import Offender
from plumbline.engine.schedule import Activity, Schedule

Facts = dict[Any, Any]
_MOST_NAMES = 20


class Each(StrEnum):
    """What a rule looks at one by one."""

    PROJECT = "project"
    ACTIVITY = "activity"
    LINK = "link"


def records(plan: PlanFacts, each: Each) -> Iterator[tuple[Facts, Offender]]:
    """The facts of everything of one kind, and what to name where they do not hold."""
    project = _kept(plan, "facts of the project", _project)
    if each is Each.PROJECT:
        yield {"project": project}, Offender(f"project-{plan.schedule.uid}", plan.schedule.id, plan.schedule.name)
        return
    of_activity = _kept(plan, "facts of activities", _activities)
    if each is Each.ACTIVITY:
        for activity in work_and_milestones(plan.schedule):
            facts = {"project": project, "activity": of_activity[activity.uid]}
            yield facts, Offender.activity(activity)
        return
    for link in logic_links(plan.schedule):
        if link.predecessor in of_activity and link.successor in of_activity:
            ends = {"predecessor": of_activity[link.predecessor], "successor": of_activity[link.successor]}
            facts = {"project": project, "link": {"kind": str(link.kind), "lag_minutes": link.lag} | ends}
            yield facts, Offender.link(link, plan.schedule, "")


def _kept(plan: PlanFacts, name: str, gather: Callable[[PlanFacts], Facts]) -> Facts:
    """Gathered once, however many rules ask."""
    if name not in plan.derived:
        plan.derived[name] = gather(plan)
    found: Facts = plan.derived[name]
    return found


def _project(plan: PlanFacts) -> Facts:
    schedule = plan.schedule
    return {
        "name": schedule.name,
        "id": schedule.id,
        "start": _instant(plan.calculation.start),
        "finish": _instant(plan.calculation.finish),
        "data_date": _instant(schedule.data_date),
        "must_finish_by": _instant(schedule.must_finish_by),
        "activities": len(work_and_milestones(schedule)),
        "links": len(schedule.links),
        "resources": len(schedule.resources),
        "currency": schedule.currency,
    }


def _activities(plan: PlanFacts) -> dict[Any, Facts]:
    schedule = plan.schedule
    before = Counter(each.successor for each in schedule.links)
    after = Counter(each.predecessor for each in schedule.links)
    names = {each.uid: each.name for each in schedule.resources}
    assigned: dict[Any, list[str]] = defaultdict(list)
    for assignment in schedule.assignments:
        if assignment.resource in names and len(assigned[assignment.activity]) < _MOST_NAMES:
            assigned[assignment.activity].append(names[assignment.resource])
    return {
        each.uid: _activity(plan, each)
        | {
            "predecessors": before[each.uid],
            "successors": after[each.uid],
            "resources": assigned[each.uid],
        }
        for each in work_and_milestones(schedule)
    }


def _activity(plan: PlanFacts, activity: Activity) -> Facts:
    schedule, dates = plan.schedule, plan.calculation.dates[activity.uid]
    baseline = activity.baseline
    summary = schedule.activity_by_uid.get(activity.parent) if activity.parent is not None else None
    return {
        "id": activity.id,
        "name": activity.name,
        "kind": str(activity.kind),
        "milestone": activity.is_milestone,
        "under": summary.name if summary else "",
        "started": activity.is_started,
        "complete": activity.is_complete,
        "percent_complete": float(activity.percent_complete),
        "duration_days": _days(schedule, activity, activity.duration),
        "remaining_days": _days(schedule, activity, activity.remaining),
        "start": _instant(activity.actual_start or dates.early_start),
        "finish": _instant(activity.actual_finish or dates.early_finish),
        "total_float_days": _days(schedule, activity, dates.total_float),
        "free_float_days": _days(schedule, activity, dates.free_float),
        "critical": dates.critical,
        "baseline_start": _instant(baseline.start if baseline else None),
        "baseline_finish": _instant(baseline.finish if baseline else None),
        "budget": activity.budget,
        "responsible": activity.responsible,
        "constraints": [str(each.kind) for each in activity.constraints],
        "deadline": _instant(activity.deadline),
        "calendar": schedule.calendar_of(activity).name,
        "manual": activity.manual,
    }


def _days(schedule: Schedule, activity: Activity, minutes: int | None) -> float | None:
    return None if minutes is None else float(in_days(schedule, activity, minutes))


def _instant(moment: datetime | None) -> datetime | None:
    """The plan's local time, taken as if it were universal: CEL knows no other instants."""
    return None if moment is None else moment.replace(tzinfo=UTC)
