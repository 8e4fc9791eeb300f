"""Work that took longer than planned while its remaining duration pretends that it did not."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from plumbline.engine.calendars import ALWAYS, WorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import (
    NO_DATA_DATE,
    NO_PLAN,
    days_as_text,
    in_days,
    incomplete_tasks,
    minutes_per_day,
)
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Schedule, Uid

RULE = Rule(
    title="Overrun without a new forecast",
    question="How many activities in progress have far less left than their pace so far lets expect?",
    population="activities in progress",
    statement="{share} activities in progress ({percent}) {have} far less left than their pace so far lets expect",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=25,
    severity=Severity.INFO,
    why=(
        "When work takes longer than planned and what is left is cut to keep the finish, the plan hides a delay. The "
        "pace so far is no law, but somebody should be able to say why the rest will go so much faster."
    ),
    mend=(
        "Estimate the rest of each listed activity anew with the people who do it, without looking at the finish date. "
        "If it really goes faster from now on, note why; otherwise enter the longer remaining duration."
    ),
    references=("GAO BP 9",),
    parameters=(("factor", 2), ("least_days", 5), ("least_percent", 10)),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Expected at the pace so far: working time since the actual start * (100 - percent) / percent complete.

    An offender has less left than that divided by ``factor``, and ``least_days`` less at least. Activities below
    ``least_percent`` show no pace yet, and suspended ones are not judged.
    """
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if schedule.data_date is None:
        return NO_DATA_DATE
    least = settings.number("least_percent")
    running = [
        each for each in incomplete_tasks(schedule) if each.suspended is None and least <= each.percent_complete < 100
    ]
    expected = _at_the_pace_so_far(schedule, running, schedule.data_date)
    offenders = tuple(
        Offender.activity(each, _detail(schedule, each, days))
        for each, days in expected
        if in_days(schedule, each, each.remaining) * settings.number("factor") < days
        and days - in_days(schedule, each, each.remaining) >= settings.number("least_days")
    )
    return Count(len(offenders), len(expected), offenders)


def _at_the_pace_so_far(
    schedule: Schedule, running: list[Activity], data_date: datetime
) -> list[tuple[Activity, Fraction]]:
    """Each activity that has a pace, with the working days that are left if it keeps that pace."""
    times: dict[Uid, WorkingTime] = {}
    found = []
    for each in running:
        if each.actual_start is None or each.actual_start >= data_date or each.percent_complete <= 0:
            continue
        calendar = ALWAYS if each.elapsed else schedule.calendar_of(each)
        time = times.setdefault(calendar.uid, WorkingTime(calendar))
        worked = Fraction(time.between(each.actual_start, data_date), minutes_per_day(schedule, each))
        percent = Fraction(str(each.percent_complete))
        found.append((each, worked * (100 - percent) / percent))
    return found


def _detail(schedule: Schedule, activity: Activity, expected: Fraction) -> str:
    left = days_as_text(in_days(schedule, activity, activity.remaining))
    return f"{activity.percent_complete:.0f} % complete, {left} left, {days_as_text(expected)} at the pace so far"
