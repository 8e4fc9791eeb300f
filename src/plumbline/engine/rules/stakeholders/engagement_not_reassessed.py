"""A register that says how people stood some time ago."""

from __future__ import annotations

from datetime import timedelta

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_stakeholders import NO_REGISTER, offender, stakes
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity

RULE = Rule(
    title="Engagement not looked at again",
    question="For how many stakeholders has nobody asked lately how they stand?",
    population="stakeholders",
    statement="How {share} stakeholders stand ({percent}) was last asked more than {days} days ago: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "People change their minds, and offices change their people. A register from last year describes a project "
        "that had other friends."
    ),
    mend=(
        "Go through the register with the team, a quarter of an hour will do: change what has changed, and confirm "
        "what has not."
    ),
    parameters=(("days", 123),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """``days`` is how long a judgement holds: the cadence of the review and its grace."""
    known = stakes(facts)
    if not known:
        return NO_REGISTER
    holds, today = timedelta(days=int(settings.number("days"))), facts.as_of.date()
    offenders = tuple(
        offender(each, f"last looked at on {each.judged_on}") for each in known if each.judged_on + holds < today
    )
    return Count(len(offenders), len(known), offenders)
