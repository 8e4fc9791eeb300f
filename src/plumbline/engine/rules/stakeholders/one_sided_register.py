"""A register that knows only friends, or nobody who could stop the project."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_stakeholders import NO_REGISTER, stakes
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.stakeholders import Engagement

RULE = Rule(
    title="One-sided register",
    question="Does the register name those with power, and those who are not won over?",
    population="sides",
    statement="{share} sides {are} missing in the register: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Nearly every project takes something from somebody: room, money, habits, influence. A register in which "
        "all are for it was written by those who are for it, and one without powerful people forgot whoever pays."
    ),
    mend=(
        "Ask who loses by the project, who could stop it, and who was not asked. Enter them, also if the answer is "
        "not pleasant."
    ),
    parameters=(("least", 3),),
)

_TOO_FEW = not_assessable("The register names too few people to say whether a side is missing.")


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Two sides are asked for, once there are ``least`` entries: somebody powerful, and somebody not yet won over."""
    known = stakes(facts)
    if not known:
        return NO_REGISTER
    if len(known) < settings.number("least"):
        return _TOO_FEW
    missing = []
    if not any(each.is_powerful for each in known):
        missing.append(Offender("side-powerful", "", "anybody with power", "nobody has power 4 or 5"))
    if all(each.now.step >= Engagement.SUPPORTIVE.step for each in known):
        missing.append(Offender("side-others", "", "anybody not won over", "all are supportive or leading"))
    return Count(len(missing), 2, tuple(missing))
