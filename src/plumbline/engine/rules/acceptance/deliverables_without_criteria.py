"""Deliverables of which nobody has said when they will be accepted, though work on them is near."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.deliverables import NO_DELIVERABLES, known, share_of
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity
from plumbline.engine.work_on_deliverables import begins_within, work_begun

RULE = Rule(
    title="Deliverables without criteria",
    question="How many deliverables have no criterion of acceptance, though work on them is to begin soon?",
    population="deliverables on which work begins soon or has begun",
    statement="{share} deliverables that begin within {days_ahead} days {have} no criterion of acceptance: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Criteria take two or three talks, and those who have to talk are busy. If nothing is written down a month "
        "before the work begins, the work begins without it."
    ),
    mend=(
        "Write for each listed deliverable the one example that matters most, and invite the three voices to talk "
        "about it. The second and third criterion come by themselves in that talk."
    ),
    references=("Acceptance test-driven development: discuss",),
    parameters=(("days_ahead", 28),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Days are counted from the data date. Where the plan does not say when work begins, it counts as soon."""
    acceptance = known(facts)
    if not acceptance.deliverables:
        return NO_DELIVERABLES
    days = int(settings.number("days_ahead"))
    return share_of(
        (each for each in acceptance.deliverables if work_begun(facts, each) or begins_within(facts, each, days)),
        lambda each: "" if acceptance.criteria_of(each) else "no criterion",
        f"Work on none of the deliverables begins within {days} days.",
    )
