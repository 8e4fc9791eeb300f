"""Open tasks too long to be steered."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import (
    NO_BASELINE,
    NO_DATA_DATE,
    NO_PLAN,
    days_as_text,
    has_baseline,
    in_days,
    incomplete_tasks,
)
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Schedule

RULE = Rule(
    title="High duration",
    question="How many open activities were planned to take more than 44 working days?",
    population="open activities",
    statement="{share} open activities ({percent}) {are} planned to take more than {days} working days",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "For months nothing about a long activity can be said but 'in progress'. Progress is guessed, trouble shows "
        "late, and links from the middle of it need leads and lags."
    ),
    mend=(
        "Split each listed activity into pieces that end with something that can be seen, each a few weeks long. "
        "Work too far ahead to be split stays a planning package until its time comes."
    ),
    references=("DCMA 8", "GAO BP 4"),
    parameters=(("days", 44), ("measure", "baseline_or_current"), ("detail_window_days", 0)),
    choices=(("measure", ("baseline_or_current", "baseline", "current", "remaining")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    open_tasks = incomplete_tasks(schedule)
    if settings.choice("measure") == "baseline" and open_tasks and not has_baseline(schedule.activities):
        return NO_BASELINE
    window = settings.number("detail_window_days")
    if window and schedule.data_date is None:
        return NO_DATA_DATE
    most = settings.number("days")
    lengths = [(each, _length(schedule, each, settings)) for each in open_tasks]
    offenders = tuple(
        Offender.activity(each, f"duration {days_as_text(days)}")
        for each, days in lengths
        if days > most and _is_in_detail_window(schedule, each, window)
    )
    return Count(len(offenders), len(open_tasks), offenders)


def _length(schedule: Schedule, activity: Activity, settings: RuleSettings) -> Fraction:
    """An activity without a baseline, or newer than it, has only its current duration to go by."""
    measure, baseline = settings.choice("measure"), activity.baseline
    if measure == "remaining":
        return in_days(schedule, activity, activity.remaining)
    if measure != "current" and baseline is not None and baseline.duration is not None:
        return in_days(schedule, activity, baseline.duration)
    return in_days(schedule, activity, activity.duration)


def _is_in_detail_window(schedule: Schedule, activity: Activity, window: Fraction) -> bool:
    """Whether the activity should be planned in detail by now; a window of 0 days is the whole plan."""
    start = activity.baseline.start if activity.baseline else activity.planned_start
    if not window or schedule.data_date is None or start is None:
        return True
    return start <= schedule.data_date + timedelta(days=float(window))
