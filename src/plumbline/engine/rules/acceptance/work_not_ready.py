"""Work that began on deliverables which were not ready by the standard's own definition."""

from __future__ import annotations

from plumbline.engine.acceptance import Check
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.deliverables import NO_DELIVERABLES, known, share_of, unmet
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.work_on_deliverables import work_begun

RULE = Rule(
    title="Work that was not ready",
    question="On how many deliverables has work begun that are not ready by the standard's definition?",
    population="deliverables on which work has begun",
    statement="{share} deliverables on which work has begun {are} not ready by the definition: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Each point of the definition is there because its absence has stopped work before. Work that begins all the "
        "same is interrupted, and an interruption costs more than the wait would have."
    ),
    mend=(
        "Open each listed deliverable and go through the points of ready that are not met. Supply what is missing, or "
        "answer the question with your name. A point that is never needed should be taken out of the definition."
    ),
    references=("Definition of ready",),
)

_OF_ITS_OWN = Check.CRITERIA_AGREED


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Mandatory points only. That criteria are agreed has a rule of its own and is not counted again."""
    acceptance = known(facts)
    if not acceptance.deliverables:
        return NO_DELIVERABLES
    points = [each for each in acceptance.ready if each.check is not _OF_ITS_OWN and each.mandatory]
    if not points:
        return not_assessable("The standard has no definition of ready beyond agreed criteria.")
    return share_of(
        (each for each in acceptance.deliverables if work_begun(facts, each)),
        lambda each: unmet(points, facts, each, done=False),
        "Work has begun on none of the deliverables yet.",
    )
