"""Powerful people whom nobody looks after."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_stakeholders import NO_REGISTER, offender, stakes
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Powerful without an owner",
    question="How many powerful stakeholders does nobody of the project look after?",
    population="powerful stakeholders",
    statement="{share} powerful stakeholders {have} nobody who looks after them: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "Whoever can stop a project talks to it sooner or later. Where nobody is theirs to talk to, they hear of it "
        "from others, and the project hears of them when they have decided."
    ),
    mend=(
        "Name one person for each listed stakeholder, on the page Stakeholders. It is the one they would call, not "
        "always the project manager."
    ),
    references=("PMBOK stakeholder engagement",),
)

_NOBODY_POWERFUL = not_assessable("Nobody in the register is powerful, so there is nobody to look after first.")


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Power 4 and 5, of 5, is powerful."""
    known = stakes(facts)
    if not known:
        return NO_REGISTER
    powerful = [each for each in known if each.is_powerful]
    if not powerful:
        return _NOBODY_POWERFUL
    offenders = tuple(
        offender(each, f"power {each.power}, {each.now}, and no owner") for each in powerful if not each.has_owner
    )
    return Count(len(offenders), len(powerful), offenders)
