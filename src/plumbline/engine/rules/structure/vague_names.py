"""Activities whose name tells nobody what is done."""

from __future__ import annotations

from unicodedata import east_asian_width

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="Vague names",
    question="How many activities have no name, or one too short to say what is done?",
    population="activities and milestones",
    statement="{share} activities and milestones ({percent}) {have} a name of fewer than {letters} letters",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "Who reads '2.4' or 'tbd' cannot do it, check it or say whether it is done. What the planner meant is "
        "forgotten within weeks, and the progress on it is a guess."
    ),
    mend="Name what is done and to what, so that somebody who was not there understands it: 'Pour the deck, span 3'.",
    references=("GAO BP 1",),
    parameters=(("letters", 4),),
)

_LETTERS_OF_AN_IDEOGRAPH = 3


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Counts letters, not digits or signs; an ideograph says as much as a few letters."""
    if facts.plan is None:
        return NO_PLAN
    counted = work_and_milestones(facts.plan.schedule)
    least = settings.number("letters")
    offenders = tuple(
        Offender.activity(each, f"named '{each.name.strip()}'" if each.name.strip() else "no name")
        for each in counted
        if _letters(each.name) < least
    )
    return Count(len(offenders), len(counted), offenders)


def _letters(name: str) -> int:
    return sum(_LETTERS_OF_AN_IDEOGRAPH if east_asian_width(each) == "W" else 1 for each in name if each.isalpha())
