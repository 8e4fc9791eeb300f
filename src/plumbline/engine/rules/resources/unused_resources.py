"""Resources that nothing in the plan needs."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="Unused resources",
    question="How many resources of the plan have nothing to do?",
    population="resources",
    statement="{share} resources ({percent}) {have} nothing to do",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=20,
    severity=Severity.INFO,
    why=(
        "Somebody was put on the list and given nothing to do: either work is missing in the plan, or it is assigned "
        "to somebody else by mistake, or the list is a left-over that makes the team look larger than it is."
    ),
    mend="Assign the listed resources to the work they are meant for, or take them out of the plan.",
    references=("GAO BP 3",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    assigned = {each.resource for each in schedule.assignments}
    offenders = tuple(
        Offender.resource(each, "assigned to nothing") for each in schedule.resources if each.uid not in assigned
    )
    return Count(len(offenders), len(schedule.resources), offenders)
