"""Benefits of which nobody could ever say whether they came."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_benefits import NO_BENEFITS, benefits, offender
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity

RULE = Rule(
    title="Benefits without owner or measure",
    question="How many benefits have nobody who answers for them, or nothing by which to tell?",
    population="benefits",
    statement="{share} benefits {have} no owner, or nothing to be measured by: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "A benefit without an owner in operations ends on the day the project team goes, and one without a measure, "
        "a baseline and a target is a hope: afterwards everybody is right."
    ),
    mend=(
        "Open each listed benefit on the page Benefits. Name somebody who runs that part of the business, and agree "
        "with them what is measured, where it stands today, and where it is to stand by when."
    ),
    references=("Ward and Daniel, Benefits Management",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Owner, measure, baseline with its day, and target with its day are asked for."""
    known = benefits(facts).benefits
    if not known:
        return NO_BENEFITS
    offenders = tuple(offender(each, f"no {', no '.join(each.lacks)}") for each in known if each.lacks)
    return Count(len(offenders), len(known), offenders)
