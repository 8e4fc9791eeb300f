"""History that is not what it was in the previous version."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.previous_version import NO_PREVIOUS_PLAN, before_and_now
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Rewritten actuals",
    question="How many actual dates were altered or removed since the previous version of the plan?",
    population="activities that had begun in the previous version",
    statement="{share} activities that had begun {have} actual dates that were altered or removed",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "What has happened does not change. If the record of it does, either the last report or this one is wrong, and "
        "a plan whose past moves is no evidence in a dispute or a review."
    ),
    mend=(
        "Find out which date is true. If the last report was mistaken, note who corrected it and why; otherwise put "
        "the reported date back."
    ),
    references=("GAO BP 9",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Dates are compared by day, for a tool may move the hour when a calendar changes."""
    if facts.plan is None:
        return NO_PLAN
    if facts.previous_plan is None:
        return NO_PREVIOUS_PLAN
    pairs = before_and_now(facts.previous_plan.schedule, facts.plan.schedule)
    begun = [(before, now) for before, now in pairs if before.is_started]
    changes = [(now, ", ".join(_changes(before, now))) for before, now in begun]
    offenders = tuple(Offender.activity(activity, change) for activity, change in changes if change)
    return Count(len(offenders), len(begun), offenders)


def _changes(before: Activity, now: Activity) -> list[str]:
    dates = (
        ("start", before.actual_start, now.actual_start),
        ("finish", before.actual_finish, now.actual_finish),
    )
    return [
        f"actual {what} was {was:%Y-%m-%d}, is {_day(became)}"
        for what, was, became in dates
        if was is not None and (became is None or became.date() != was.date())
    ]


def _day(date: datetime | None) -> str:
    return f"{date:%Y-%m-%d}" if date else "gone"
