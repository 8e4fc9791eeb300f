"""A plan that describes a project of some time ago."""

from __future__ import annotations

from fractions import Fraction

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_DATA_DATE, NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Stale data date",
    question="How many days old is what the plan says about progress?",
    population="days since the data date",
    statement="The plan describes the project as it was {numerator} days ago",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=31,
    severity=Severity.MINOR,
    why=(
        "A plan is worth as much as its last update. Decisions taken on an old picture are taken on hope: what has "
        "slipped since then is not in it."
    ),
    mend=(
        "Collect the progress up to a recent day, set the data date to that day, let the planning tool calculate, and "
        "deliver the plan. Agree with the team on which day of the month this happens."
    ),
    references=("GAO BP 9",),
    parameters=(("ahead_days", 7),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Days from the data date to the moment of the assessment; a plan dated ahead of it proves nothing."""
    if facts.plan is None:
        return NO_PLAN
    data_date = facts.plan.schedule.data_date
    if data_date is None:
        return NO_DATA_DATE
    age = (facts.as_of.date() - data_date.date()).days
    if -age > settings.number("ahead_days"):
        return not_assessable(
            f"The data date lies {-age} days in the future, and nobody knows the progress of a day that has not come. "
            "Set the data date to the day up to which progress is known."
        )
    days = max(0, age)
    return Count(days, None, value=Fraction(days))
