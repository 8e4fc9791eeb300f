"""Activities that share an id."""

from __future__ import annotations

from collections import Counter

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="Duplicate ids",
    question="How many activities have the id of another one?",
    population="activities and milestones",
    statement="{share} activities and milestones {have} the id of another one",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "The id is how progress, costs and reports find an activity. Where two share one, an update or a comparison "
        "may hit the wrong one, and nobody notices."
    ),
    mend="Give each listed activity an id of its own, and keep it for as long as the activity exists.",
    references=("GAO BP 1",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    counted = work_and_milestones(facts.plan.schedule)
    times = Counter(each.id.strip().casefold() for each in counted if each.id.strip())
    offenders = tuple(
        Offender.activity(each, f"the id '{each.id}' is used {times[each.id.strip().casefold()]} times")
        for each in counted
        if times[each.id.strip().casefold()] > 1
    )
    return Count(len(offenders), len(counted), offenders)
