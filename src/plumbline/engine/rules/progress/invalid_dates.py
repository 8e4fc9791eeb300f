"""A future in the past, or a past in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.forecast_dates import forecast_finish, forecast_start
from plumbline.engine.rules.populations import NO_DATA_DATE, NO_PLAN, tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
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
    for what, actual in (("start", activity.actual_start), ("finish", activity.actual_finish)):
        if actual and actual > data_date:
            yield f"actual {what} {_day_of(actual, data_date)} is after the data date {_day_of(data_date, actual)}"
    if activity.is_complete:
        return
    start = None if activity.is_started else forecast_start(schedule, activity)
    for what, date in (("start", start), ("finish", forecast_finish(schedule, activity))):
        if date and date < data_date:
            yield f"forecast {what} {_day_of(date, data_date)} is before the data date {_day_of(data_date, date)}"


def _day_of(instant: datetime, other: datetime) -> str:
    """The day, and the hour where the day alone would not show the difference."""
    return f"{instant:%Y-%m-%d %H:%M}" if instant.date() == other.date() else f"{instant:%Y-%m-%d}"
