"""Very many open tasks with one and the same duration: a sign that nobody estimated them."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Uniform durations",
    question="What share of the open activities has one and the same duration?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} one and the same duration",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=50,
    severity=Severity.INFO,
    why=(
        "Different work takes different time. If half of it takes exactly five days, the five days are what the tool "
        "or the template proposed, and the finish rests on estimates that nobody made."
    ),
    mend=(
        "Ask the people who do the work for an estimate of each listed activity, beginning with those on the longest "
        "path, and note what each rests on. Work that truly repeats (one floor like the other) may stay."
    ),
    references=("GAO BP 4",),
    parameters=(("least_activities", 20), ("shortest_days", 0)),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule, shortest = facts.plan.schedule, settings.number("shortest_days")
    lengths = [(each, in_days(schedule, each, each.duration)) for each in incomplete_tasks(schedule)]
    lengths = [(each, days) for each, days in lengths if days >= shortest]
    if len(lengths) < max(Fraction(1), settings.number("least_activities")):
        return not_assessable(
            f"Too few open activities ({len(lengths)}) can be compared to say that durations are alike."
        )
    ((commonest, times),) = Counter(days for _, days in lengths).most_common(1)
    detail = f"{days_as_text(commonest)}, one of {times} alike"
    offenders = tuple(Offender.activity(each, detail) for each, days in lengths if days == commonest)
    return Count(times, len(lengths), offenders if times > 1 else ())
