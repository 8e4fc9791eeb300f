"""Open tasks that are not critical, but soon may be."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="Near-critical share",
    question="How many open activities are not critical but have at most 10 working days of total float?",
    population="open activities",
    statement="{share} open activities ({percent}) {are} within {days} working days of being critical",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=None,
    severity=Severity.INFO,
    why=(
        "Each of these turns critical with one bad fortnight. If there are many, attention to one critical path is not "
        "enough: some other one will decide the finish, and the finish is less certain than it looks."
    ),
    mend=(
        "Watch the listed activities as closely as the critical ones. Find the chain with the least room and see what "
        "gives it more: an earlier start, a second crew, fewer things that have to wait for each other."
    ),
    references=("GAO BP 7",),
    parameters=(("days", 10),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule, dates = facts.plan.schedule, facts.plan.calculation.dates
    most, critical = settings.number("days"), schedule.options.critical_at_or_below
    open_tasks = incomplete_tasks(schedule)
    floats = [
        (each, in_days(schedule, each, minutes))
        for each in open_tasks
        if (minutes := dates[each.uid].total_float) is not None and minutes > max(0, critical)
    ]
    offenders = tuple(Offender.activity(each, f"float {days_as_text(days)}") for each, days in floats if days <= most)
    return Count(len(offenders), len(open_tasks), offenders)
