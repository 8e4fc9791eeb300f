"""Open tasks with more room than a plan can honestly have."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="High float",
    question="How many open activities have more than 44 working days of total float?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} more than {days} working days of float",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "An activity that may slip for months without consequence is usually one that is not tied to what needs it. "
        "The critical path may then run elsewhere than the plan says."
    ),
    mend=(
        "Look for the successor that is missing or links too late: tie each listed activity to the first one that "
        "needs its result. If the float is real, write down why."
    ),
    references=("DCMA 6", "GAO BP 7"),
    parameters=(("days", 44),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule, dates = facts.plan.schedule, facts.plan.calculation.dates
    most = settings.number("days")
    open_tasks = incomplete_tasks(schedule)
    floats = [
        (each, in_days(schedule, each, minutes))
        for each in open_tasks
        if (minutes := dates[each.uid].total_float) is not None
    ]
    offenders = tuple(
        Offender.activity(activity, f"float {days_as_text(days)}") for activity, days in floats if days > most
    )
    return Count(len(offenders), len(open_tasks), offenders)
