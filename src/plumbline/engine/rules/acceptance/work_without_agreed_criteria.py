"""Work that began before people agreed on what they will accept."""

from __future__ import annotations

from plumbline.engine.acceptance import DeliverableFact
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.readiness import named
from plumbline.engine.rules.deliverables import NO_DELIVERABLES, known, share_of
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity
from plumbline.engine.work_on_deliverables import work_begun

RULE = Rule(
    title="Work without agreed criteria",
    question="On how many deliverables has work begun without agreed criteria of acceptance?",
    population="deliverables on which work has begun",
    statement="{share} deliverables on which work has begun {have} no criteria, or criteria not agreed: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "Whoever begins without knowing when it will be accepted builds what they think was meant. The difference "
        "comes out at the handover, when it costs most, and then it is a quarrel and not a question."
    ),
    mend=(
        "Stop for an hour: let those who ask, those who build and those who try it out agree on the criteria of each "
        "listed deliverable, on the page Acceptance. A text that was changed has to be agreed on again."
    ),
    references=("Acceptance test-driven development: discuss before develop",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Work has begun with the first actual start below its element of the plan, or the first work item in progress."""
    acceptance = known(facts)
    if not acceptance.deliverables:
        return NO_DELIVERABLES

    def defect(deliverable: DeliverableFact) -> str:
        begun, criteria = work_begun(facts, deliverable), acceptance.criteria_of(deliverable)
        missing = named("not agreed", (each for each in criteria if not each.is_agreed))
        if not begun or (criteria and not missing):
            return ""
        return f"begun on {begun.on:%Y-%m-%d} by the {begun.by}; {missing or 'no criteria'}"

    return share_of(
        (each for each in acceptance.deliverables if work_begun(facts, each)),
        defect,
        "Work has begun on none of the deliverables yet.",
    )
