"""Promised news that did not come."""

from __future__ import annotations

from datetime import timedelta

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Communication overdue",
    question="How much of what the communication plan promises is late?",
    population="planned communications",
    statement="{share} planned communications ({percent}) {are} late: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "A newsletter that stops says more than one that comes: people take it that there is nothing good to tell. "
        "What was promised to them and not held costs the trust that the next request will need."
    ),
    mend=(
        "Hold what is late and record it, or change its rhythm and tell those who wait for it. What nobody misses "
        "is taken out of the plan."
    ),
    references=("PM² communications management plan",),
)

_NOTHING_PLANNED = not_assessable(
    "The project has no communication plan yet. Enter who is told what, how and how often, on the page Stakeholders."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Late is what was due longer ago than its own tolerance."""
    planned = facts.stakeholders.communications if facts.stakeholders else ()
    if not planned:
        return _NOTHING_PLANNED
    today = facts.as_of.date()
    offenders = tuple(
        Offender.of_register(each.key, f"Communication {each.key}", f"due on {each.due_on}")
        for each in planned
        if each.due_on + timedelta(days=each.tolerance_days) < today
    )
    return Count(len(offenders), len(planned), offenders)
