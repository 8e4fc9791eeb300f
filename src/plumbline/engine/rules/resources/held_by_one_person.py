"""People who alone have a role or skill and are needed in several projects."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.people_of_the_project import known_people
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="Held by one person",
    question="How many of the people are the only ones with a role or skill, and needed elsewhere too?",
    population="people of the project who are known",
    statement="{share} people ({percent}) {are} the only one with a role or skill and needed elsewhere: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.INFO,
    why=(
        "If such a person falls ill or another project takes them, nobody can step in, and both projects wait. The "
        "plan does not show it: it only sees its own people."
    ),
    mend=(
        "Let somebody learn it beside them, name a deputy, or agree with the other projects who comes first. Where "
        "that is impossible, enter it as a risk with an owner."
    ),
    parameters=(("least_projects", 2),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Counts people who alone have something and work for at least ``least_projects``, of all who are known."""
    known = known_people(facts)
    if isinstance(known, Count):
        return known
    least = settings.number("least_projects")
    found = [each for each in known.people if each.only_one_with and each.projects >= least]
    offenders = tuple(
        Offender(f"resource-{each.key}", "", each.name, f"{', '.join(each.only_one_with)}; {each.projects} projects")
        for each in found
    )
    return Count(len(found), len(known.people), offenders)
