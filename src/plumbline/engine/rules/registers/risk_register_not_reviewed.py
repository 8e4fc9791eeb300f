"""Risks that nobody has looked at for longer than agreed."""

from __future__ import annotations

from datetime import timedelta

from plumbline.engine.facts import ProjectFacts, RiskFact
from plumbline.engine.rules.entries import count_risks
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity

RULE = Rule(
    title="Risks that nobody looks at",
    question="How many open risks has nobody looked at for longer than agreed?",
    population="open risks",
    statement="{share} open risks {have} not been looked at for more than {max_age_days} days",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A risk register is a promise to keep looking. What was likely in spring may be certain by summer, and a "
        "list that nobody opens only proves that the project knew."
    ),
    mend=(
        "Go through the open risks with those who own them. Change what has changed, and press “Looked at today” on"
        " what has not. Put the next review into the calendar together with the update of the plan."
    ),
    references=("ISO 31000, 6.6",),
    parameters=(("max_age_days", 45),),
    cadences=(("max_age_days", "risk_review"),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Days since each open risk was last looked at, against ``max_age_days``."""
    oldest = facts.as_of.date() - timedelta(days=int(settings.number("max_age_days")))

    def defect(risk: RiskFact) -> str:
        return f"last looked at on {risk.reviewed_on:%Y-%m-%d}" if risk.reviewed_on < oldest else ""

    return count_risks(facts.registers.risks if facts.registers else None, defect)
