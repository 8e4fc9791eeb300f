"""Criteria that are not shown to be met though their deliverable is to be finished."""

from __future__ import annotations

from plumbline.engine.acceptance import CriterionFact
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.deliverables import NO_DELIVERABLES, known, share_of_criteria
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity
from plumbline.engine.work_on_deliverables import ends_within

RULE = Rule(
    title="Criteria that are not green",
    question="How many criteria of deliverables that are finished, or nearly, are not shown to be met?",
    population="criteria of deliverables that end soon or have ended",
    statement="{share} criteria of deliverables that end within {days_ahead} days ({percent}) {are} not green: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "A deliverable is finished when its criteria are met, not when its activities are over. What is not green a "
        "week before the end is work that stands in no plan."
    ),
    mend=(
        "For each listed criterion: run its tests, mend what fails, or say openly that it will not be met and let the "
        "one who accepts it decide. Where the work is not finished, correct the plan."
    ),
    references=("Acceptance test-driven development: demo",),
    parameters=(("days_ahead", 7),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Days are counted from the data date; a finished deliverable has ended. A criterion that was accepted is met."""
    acceptance = known(facts)
    if not acceptance.deliverables:
        return NO_DELIVERABLES
    days = int(settings.number("days_ahead"))
    ending = {each.key for each in acceptance.deliverables if ends_within(facts, each, days)}
    return share_of_criteria(
        (each for each in acceptance.criteria if each.deliverable in ending),
        _defect,
        f"No deliverable with criteria ends within {days} days or has ended.",
    )


def _defect(criterion: CriterionFact) -> str:
    return "" if criterion.is_met else str(criterion.result)
