"""Deliverables that the plan calls finished and the standard's definition does not call done."""

from __future__ import annotations

from plumbline.engine.acceptance import Check
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.deliverables import NO_DELIVERABLES, known, share_of, unmet
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.work_on_deliverables import is_finished

RULE = Rule(
    title="Finished but not done",
    question="How many deliverables are finished in the plan and not done by the standard's definition?",
    population="deliverables that are finished in the plan",
    statement="{share} deliverables finished in the plan {are} not done by the definition: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "What is finished in the plan and not done comes back: as a defect, as a missing manual, as a handover that "
        "nobody signs. It comes back when the people have gone, and it stands in no plan."
    ),
    mend=(
        "Open each listed deliverable and go through the points of done that are not met. Have it accepted, or put the "
        "work that is left into the plan, so that finished means finished."
    ),
    references=("Definition of done",),
)

_OF_THEIR_OWN = (Check.CRITERIA_GREEN, Check.EVIDENCE_FRESH)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Mandatory points only. Whether criteria are green, by fresh evidence, have rules of their own."""
    acceptance = known(facts)
    if not acceptance.deliverables:
        return NO_DELIVERABLES
    points = [each for each in acceptance.done if each.check not in _OF_THEIR_OWN and each.mandatory]
    if not points:
        return not_assessable("The standard has no definition of done beyond green criteria.")
    return share_of(
        (each for each in acceptance.deliverables if is_finished(facts, each)),
        lambda each: unmet(points, facts, each, done=True),
        "No deliverable is finished in the plan yet.",
    )
