"""Work that is said to be complete but has no date on which it was."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Complete without actual finish",
    question="How many completed activities have no actual finish?",
    population="completed activities",
    statement="{share} completed activities ({percent}) {have} no actual finish",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "An activity at 100 % without an actual finish is done and open at the same time. It still holds back what "
        "follows, it is missing from every count of finished work, and its real finish will soon be forgotten."
    ),
    mend=(
        "Enter the day on which the result was handed over as actual finish. If something is left to do, say how much "
        "in the remaining duration and take the 100 % back."
    ),
    references=("DECM 06A505b", "GAO BP 9"),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    complete = [each for each in tasks(facts.plan.schedule) if each.is_complete or _is_said_to_be_complete(each)]
    offenders = tuple(Offender.activity(each, _claim(each)) for each in complete if not each.is_complete)
    return Count(len(offenders), len(complete), offenders)


def _is_said_to_be_complete(activity: Activity) -> bool:
    return activity.percent_complete >= 100 or activity.remaining == 0


def _claim(activity: Activity) -> str:
    said = "100 % complete" if activity.percent_complete >= 100 else "no remaining duration"
    return f"{said}, no actual finish"
