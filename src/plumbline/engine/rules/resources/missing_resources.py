"""Open tasks that nobody and nothing is assigned to."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, in_days, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Schedule, Uid

RULE = Rule(
    title="Missing resources",
    question="How many open activities of at least one day have neither hours nor cost assigned?",
    population="open activities long enough to need a resource",
    statement="{share} open activities ({percent}) {have} neither hours nor cost assigned",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=None,
    severity=Severity.INFO,
    why=(
        "Work that nobody is assigned to is work that nobody has agreed to do. Whether a plan must carry its resources "
        "is for the organisation to decide, so the share is shown and no limit is set unless the standard sets one."
    ),
    mend="Assign to each listed activity who does it and for how many hours, or what it costs.",
    references=("DCMA 10", "GAO BP 3"),
    parameters=(("shortest_days", 1),),
)

_NO_RESOURCES = not_assessable(
    "The plan carries neither hours nor cost at all, so nothing can be said about single activities. "
    "If the standard asks for a resource-loaded plan, assign resources and deliver the plan again."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    loaded = _uids_with_hours_or_cost(schedule)
    if not loaded:
        return _NO_RESOURCES
    shortest = settings.number("shortest_days")
    open_tasks = [each for each in incomplete_tasks(schedule) if in_days(schedule, each, each.duration) >= shortest]
    offenders = tuple(
        Offender.activity(each, "no hours and no cost assigned") for each in open_tasks if each.uid not in loaded
    )
    return Count(len(offenders), len(open_tasks), offenders)


def _uids_with_hours_or_cost(schedule: Schedule) -> set[Uid]:
    assigned = {each.activity for each in schedule.assignments if each.work > 0 or each.cost > 0}
    return assigned | {each.uid for each in schedule.activities if not each.is_summary and (each.budget or 0) > 0}
