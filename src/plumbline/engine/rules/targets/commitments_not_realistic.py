"""Commitments that the plan, its simulation, the outside view or past forecasts do not bear out."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import (
    Count,
    LimitKind,
    Offender,
    Rule,
    RuleSettings,
    Severity,
    not_assessable,
)
from plumbline.engine.targets import Asked, Card, Verdict, judge

RULE = Rule(
    title="Commitments that are not realistic",
    question="How many promised dates and budgets does the evidence not bear out?",
    population="commitments still to be kept",
    statement="{share} commitments still to be kept {are} in doubt or not realistic: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "A date or a budget that was never realistic fails a project before it begins, and everybody who relies on it "
        "with it. The plan, a simulation, projects of the same kind and the forecasts so far all say so early."
    ),
    mend=(
        "Open the page of targets and read what speaks against each. Take away what makes it unlikely, take something "
        "out of the scope, or tell whoever was promised it how likely it is and agree on one that can be kept."
    ),
    references=("GAO BP 8",),
    parameters=(("even_percent", 50), ("likely_percent", 80), ("buffer_days", 5), ("buffer_percent", 5)),
)

_NO_COMMITMENTS = not_assessable(
    "No date, milestone or budget was promised that is still to be kept. Enter who promised what on the page Targets."
)
_BAD = (Verdict.IN_DOUBT, Verdict.NOT_REALISTIC)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """What nobody can judge is no pass: as long as nothing speaks against a commitment, it takes all to be known."""
    asked = asked_by(settings)
    cards = [judge(each, facts.as_of.date(), asked) for each in (facts.targets.targets if facts.targets else ())]
    open_ones = [each for each in cards if each.verdict not in (Verdict.KEPT, Verdict.MISSED)]
    if not open_ones:
        return _NO_COMMITMENTS
    bad = [each for each in open_ones if each.verdict in _BAD]
    unknown = [each for each in open_ones if each.verdict is Verdict.UNKNOWN]
    if unknown and not bad:
        return not_assessable(_nobody_knows(unknown, len(open_ones)))
    return Count(len(bad), len(open_ones), tuple(_offender(each) for each in bad))


def asked_by(settings: RuleSettings) -> Asked:
    """What the rule's parameters ask of a target: per cent become shares from 0 to 1, days stay working days."""
    return Asked(
        even=float(settings.number("even_percent")) / 100,
        likely=float(settings.number("likely_percent")) / 100,
        buffer_days=float(settings.number("buffer_days")),
        buffer_share=float(settings.number("buffer_percent")) / 100,
    )


def _nobody_knows(unknown: list[Card], of: int) -> str:
    which = ", ".join(each.target.key for each in unknown[:5])
    return (
        f"How likely {len(unknown)} of {of} commitments are is not known: {which}. "
        "Run a simulation of the current plan, or compare the project with others of its kind."
    )


def _offender(card: Card) -> Offender:
    target = card.target
    said = " ".join(each.sentence for each in card.against)
    return Offender.of_register(target.key, f"{target.key} {target.name}", f"{card.verdict}: {said}")
