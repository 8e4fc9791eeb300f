"""Benefits that will not come when they were promised, because what brings them is late."""

from __future__ import annotations

from plumbline.engine.benefits import late_changes, late_feeding
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_benefits import benefits, offender
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Benefit at risk",
    question="How many benefits hang on something that is late?",
    population="benefits to come",
    statement="{share} benefits to come {are} at risk, because what brings them is late: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "Projects watch their deliveries and forget the changes after them. A late change of how people work moves "
        "the benefit as surely as late steel, and it is in nobody's plan."
    ),
    mend=(
        "Open the late change or enabler and agree on a new day with its owner. Then look whether the target of the "
        "benefit still holds, and say so to whoever counts on it."
    ),
)

_NONE_TO_COME = not_assessable("No benefit of the project is still to come.")


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Late is what is not done and was due before today, or is expected after its day."""
    told = benefits(facts)
    coming = [each for each in told.benefits if each.is_to_come]
    if not coming:
        return _NONE_TO_COME
    late = late_changes(told.dates, facts.as_of.date())
    found = [(each, late_feeding(told.network, each.key, late)) for each in coming if each.key in told.network.by_key]
    offenders = tuple(offender(each, f"late: {', '.join(keys)}") for each, keys in found if keys)
    return Count(len(offenders), len(coming), offenders)
