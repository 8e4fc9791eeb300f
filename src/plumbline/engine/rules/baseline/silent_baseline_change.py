"""Promises that are not what they were in the previous version."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_BASELINE, NO_PLAN
from plumbline.engine.rules.previous_version import NO_PREVIOUS_PLAN, before_and_now
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Baseline

RULE = Rule(
    title="Silent baseline change",
    question="How many activities have other baseline dates than in the previous version of the plan?",
    population="activities with baseline dates in the previous version",
    statement="{share} activities {have} other baseline dates than in the previous version",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "Whoever moves the promise is never late. A baseline that changes with an update, without a decision, wipes "
        "out the delay so far, and the figures turn green while the project does not."
    ),
    mend=(
        "Ask who decided the new dates and file the decision with the plan. Where there is none, put the baseline back "
        "to the agreed dates and show the delay."
    ),
    references=("GAO BP 10",),
)

_NOTHING = Baseline()


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Dates are compared by day. A first baseline for what had none is no change; a baseline taken away is one."""
    if facts.plan is None:
        return NO_PLAN
    if facts.previous_plan is None:
        return NO_PREVIOUS_PLAN
    pairs = before_and_now(facts.previous_plan.schedule, facts.plan.schedule)
    promised = [(before, now) for before, now in pairs if before.baseline and before.baseline.finish]
    if not promised:
        return NO_BASELINE
    changes = [(now, ", ".join(_changes(before, now))) for before, now in promised]
    offenders = tuple(Offender.activity(activity, change) for activity, change in changes if change)
    return Count(len(offenders), len(promised), offenders)


def _changes(before: Activity, now: Activity) -> list[str]:
    was, became = before.baseline or _NOTHING, now.baseline or _NOTHING
    dates = (("start", was.start, became.start), ("finish", was.finish, became.finish))
    return [
        f"baseline {what} was {old:%Y-%m-%d}, is {_day(new)}"
        for what, old, new in dates
        if old is not None and (new is None or new.date() != old.date())
    ]


def _day(date: datetime | None) -> str:
    return f"{date:%Y-%m-%d}" if date else "gone"
