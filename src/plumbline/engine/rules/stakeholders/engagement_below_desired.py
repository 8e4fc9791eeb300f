"""People who matter and do not stand where the project needs them."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_stakeholders import NO_REGISTER, offender, stakes
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity
from plumbline.engine.stakeholders import Engagement, Salience, StakeFacts

RULE = Rule(
    title="Engagement below what is needed",
    question="How many stakeholders stand well short of where the project needs them?",
    population="stakeholders",
    statement="{share} stakeholders {are} well short of the support that the project needs: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "A plan assumes that people let it happen. Somebody with power, a rightful claim and an urgent one who does "
        "not support the project changes its dates more surely than any late delivery."
    ),
    mend=(
        "Find out what each listed stakeholder wants, agree who speaks with them and when, and look again after "
        "that. If the support is not to be had, enter a risk, and do not lower what is needed."
    ),
    references=("PMBOK stakeholder engagement assessment matrix",),
    parameters=(("steps", 2),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Short is a definitive stakeholder below supportive, and anybody who lacks ``steps`` steps or more."""
    known = stakes(facts)
    if not known:
        return NO_REGISTER
    steps = settings.number("steps")
    offenders = tuple(
        offender(each, f"{each.now}, {each.desired} is needed; {each.salience}")
        for each in known
        if each.gap >= steps or _lacks_support(each)
    )
    return Count(len(offenders), len(known), offenders)


def _lacks_support(stake: StakeFacts) -> bool:
    return stake.salience is Salience.DEFINITIVE and stake.now.step < Engagement.SUPPORTIVE.step
