"""Risks that are written down, and nothing more."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts, RiskFact
from plumbline.engine.rules.entries import count_risks
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity

RULE = Rule(
    title="Risks without owner or response",
    question="How many open risks are nobody’s, or have nothing done about them?",
    population="open risks",
    statement="{share} open risks {have} no owner or no response",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A risk without an owner is watched by nobody, and one without a response was noticed in vain. Both strike "
        "as if nobody had known."
    ),
    mend=(
        "Give each risk one person who watches it, and write down what is done so that it does not happen or hurts "
        "less. To accept it knowingly is a response too: write that, and why."
    ),
    references=("ISO 31000, 6.5",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Open risks that lack an owner, a response, or both."""

    def defect(risk: RiskFact) -> str:
        missing = [word for word, has in (("owner", risk.has_owner), ("response", risk.has_response)) if not has]
        return f"no {' and no '.join(missing)}" if missing else ""

    return count_risks(facts.registers.risks if facts.registers else None, defect)
