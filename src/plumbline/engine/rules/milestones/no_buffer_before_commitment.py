"""Promised dates that the plan reaches without a day to spare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

from plumbline.engine.calendars import WorkingTime
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.completion import completion_of
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Activity, ConstraintKind

RULE = Rule(
    title="No buffer before a commitment",
    question="How many promised dates does the plan reach with hardly a day to spare, or not at all?",
    population="promised dates to come",
    statement="{share} promised dates {have} a buffer of fewer than {least_days} working days",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Something always goes wrong. A plan that ends on the promised day holds only if nothing does, so the promise "
        "is broken by the first sick leave or the first late delivery."
    ),
    mend=(
        "Shorten the way to the promised date, or start earlier, until there is time in hand; where that cannot be, "
        "tell whoever was promised it how likely it is, and agree on a date that can be kept."
    ),
    references=("GAO BP 7",),
    parameters=(("least_days", 5),),
)

_NO_COMMITMENTS = not_assessable(
    "The plan names no date that it must keep: no deadline, no finish constraint, no date by which the project must "
    "finish. Enter the dates that were promised to somebody outside the project."
)
_PROMISES = (ConstraintKind.FINISH_NO_LATER_THAN, ConstraintKind.FINISH_ON, ConstraintKind.MUST_FINISH_ON)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """A buffer is the working time of the plan's default calendar from the calculated finish to the promised date."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    promised = list(_promised_dates(facts.plan))
    if not promised:
        return _NO_COMMITMENTS
    calendar = schedule.calendar_by_uid[schedule.default_calendar]
    time = WorkingTime(calendar)
    buffers = [
        (activity, date, Fraction(time.between(finish, date), calendar.minutes_per_day))
        for activity, finish, date in promised
    ]
    offenders = tuple(
        Offender.activity(activity, f"promised {date:%Y-%m-%d}, buffer {days_as_text(days)}")
        for activity, date, days in buffers
        if days < settings.number("least_days")
    )
    return Count(len(offenders), len(buffers), offenders)


def _promised_dates(plan: PlanFacts) -> Iterator[tuple[Activity, datetime, datetime]]:
    """Each open activity with a promise: its calculated finish and the earliest date that was promised for it."""
    schedule, dates = plan.schedule, plan.calculation.dates
    completion = completion_of(schedule, plan.calculation) if schedule.must_finish_by else None
    for each in work_and_milestones(schedule):
        constraints = [one.date for one in each.constraints if one.kind in _PROMISES]
        of_project = schedule.must_finish_by if completion is not None and each.uid == completion.uid else None
        promises = [date for date in (*constraints, each.deadline, of_project) if date is not None]
        finish = dates[each.uid].early_finish
        if promises and finish is not None and not each.is_complete:
            yield each, finish, min(promises)
