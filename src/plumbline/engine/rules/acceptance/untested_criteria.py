"""Agreed criteria that nothing tests though work has begun."""

from __future__ import annotations

from plumbline.engine.acceptance import CriterionFact
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.deliverables import NO_DELIVERABLES, known, share_of_criteria
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity
from plumbline.engine.work_on_deliverables import work_begun

RULE = Rule(
    title="Untested criteria",
    question="How many agreed criteria does nothing test, though work has begun?",
    population="agreed criteria of deliverables on which work has begun",
    statement="{share} agreed criteria on which work has begun ({percent}) {have} no evidence at all: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=20,
    severity=Severity.MINOR,
    why=(
        "A criterion without a test is a wish with a number. While nothing tests it nobody knows how near it is, and "
        "whoever asks gets an opinion."
    ),
    mend=(
        "Take the criteria out as feature files, hook the tests up and hand in the first result, even a red one. Where "
        "a person has to look, have them look at what there is and enter it with a file."
    ),
    references=("Acceptance test-driven development: distil",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """A red or pending result is evidence: it says where the work stands."""
    acceptance = known(facts)
    if not acceptance.deliverables:
        return NO_DELIVERABLES
    begun = {each.key for each in acceptance.deliverables if work_begun(facts, each)}

    def defect(criterion: CriterionFact) -> str:
        return "" if criterion.has_evidence else f"agreed on {criterion.agreed_on:%Y-%m-%d}, no evidence"

    return share_of_criteria(
        (each for each in acceptance.criteria if each.is_agreed and each.deliverable in begun),
        defect,
        "Work has begun on no deliverable with agreed criteria yet.",
    )
