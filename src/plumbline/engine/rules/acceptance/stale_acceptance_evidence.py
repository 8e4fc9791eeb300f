"""Evidence that is older than what it is for, or than it is believed."""

from __future__ import annotations

from plumbline.engine.acceptance import Result
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.deliverables import NO_DELIVERABLES, known, share_of_criteria
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity

RULE = Rule(
    title="Stale evidence of acceptance",
    question="How many criteria rest on evidence that is older than their last change, or than it is believed?",
    population="criteria with evidence",
    statement="{share} criteria with evidence ({percent}) {are} stale, by evidence that is too old: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A test that passed before the criterion was changed says that something else was met, and one that passed "
        "long ago says what was so then. Both look like proof, and that is worse than none."
    ),
    mend=(
        "Run the tests of each listed criterion again and hand in the result, or look again and say what you saw. If "
        "the criterion changed in more than its wording, change the test first."
    ),
    references=("Acceptance test-driven development: develop",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Of all criteria for which there is any evidence."""
    acceptance = known(facts)
    if not acceptance.deliverables:
        return NO_DELIVERABLES
    return share_of_criteria(
        (each for each in acceptance.criteria if each.has_evidence),
        lambda each: "too old" if each.result is Result.STALE else "",
        "There is no evidence for any criterion yet.",
    )
