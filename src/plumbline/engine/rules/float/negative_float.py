"""Open tasks that are already too late for a date the plan must keep."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="Negative float",
    question="How many open activities have negative total float?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} negative float",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "Negative float means that the plan as it stands misses a date it says it must keep: the work takes longer "
        "than the time left. A plan like this is not a forecast but a hope."
    ),
    mend=(
        "Find the constraint or deadline at the end of the chain. Shorten the chain (split, overlap, add people), or "
        "have the date moved by the person who owns it; write the corrective plan down until then."
    ),
    references=("DCMA 7", "GAO BP 7"),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule, dates = facts.plan.schedule, facts.plan.calculation.dates
    open_tasks = incomplete_tasks(schedule)
    offenders = tuple(
        Offender.activity(each, f"float {days_as_text(in_days(schedule, each, minutes))}")
        for each in open_tasks
        if (minutes := dates[each.uid].total_float) is not None and minutes < 0
    )
    return Count(len(offenders), len(open_tasks), offenders)
