"""A future in the past, or a past in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_DATA_DATE, NO_PLAN, tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.rules.wrong_side import actuals_in_the_future, forecasts_in_the_past
from plumbline.engine.schedule import Activity, Schedule

RULE = Rule(
    title="Invalid dates",
    question="How many activities have a forecast before the data date, or an actual date after it?",
    population="activities",
    statement="{share} activities {have} a forecast before the data date or an actual date after it",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "The data date divides what has happened from what is expected. Work planned in the past will not be done "
        "there, and work reported as done in the future has not been done: every date after it is then wrong."
    ),
    mend=(
        "Enter what really happened up to the data date, move what is left to after it, and let the planning tool "
        "calculate the plan again. Correct actual dates that lie after the data date."
    ),
    references=("DCMA 9", "GAO BP 9"),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if schedule.data_date is None:
        return NO_DATA_DATE
    population = tasks(schedule)
    faults = [(each, ", ".join(_faults(schedule, each, schedule.data_date))) for each in population]
    offenders = tuple(Offender.activity(activity, detail) for activity, detail in faults if detail)
    return Count(len(offenders), len(population), offenders)


def _faults(schedule: Schedule, activity: Activity, data_date: datetime) -> Iterator[str]:
    yield from actuals_in_the_future(activity, data_date)
    yield from forecasts_in_the_past(schedule, activity, data_date)
