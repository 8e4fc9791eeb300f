"""Benefits that were to be measured and were not."""

from __future__ import annotations

from datetime import timedelta

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_benefits import benefits, offender
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Benefit measurement overdue",
    question="How many benefits were to be measured and were not?",
    population="benefits with a rhythm",
    statement="{share} benefits with a rhythm ({percent}) {have} not been measured in time: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "A benefit that is not looked at is not steered. The first missed measurement is mostly the last one, and a "
        "year later nobody knows whether it was worth it."
    ),
    mend=(
        "Measure the listed benefits and enter the level, also if it is not what was hoped. If the rhythm is too "
        "fast for the figure, agree on a slower one."
    ),
    parameters=(("grace_days", 7),),
)

_NO_RHYTHM = not_assessable(
    "No benefit of the project is to be measured again and again. Say for each agreed benefit every how many days."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Overdue is what was due longer ago than some days of grace."""
    waited = [(each, each.measure_due_on) for each in benefits(facts).benefits if each.measure_due_on]
    if not waited:
        return _NO_RHYTHM
    grace, today = timedelta(days=int(settings.number("grace_days"))), facts.as_of.date()
    offenders = tuple(offender(each, f"due on {due}") for each, due in waited if due + grace < today)
    return Count(len(offenders), len(waited), offenders)
