"""Dates of one activity that cannot all be kept, whatever the rest of the plan does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from plumbline.engine.calendars import ALWAYS, WorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.open_work import open_work
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, ConstraintKind, Schedule, Uid

RULE = Rule(
    title="Conflicting constraints",
    question="Does any open activity have dates that contradict each other, its duration or the data date?",
    population="open activities and milestones",
    statement="Open activities and milestones whose own dates cannot all be kept: {numerator}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "If an activity may not begin before one date and has to end by another that leaves too little time, nothing "
        "else in the plan can put it right. The negative float that follows is not lateness but a contradiction, and "
        "it spreads to everything before."
    ),
    mend=(
        "Decide which of the named dates is real. Remove the other, or change it together with whoever owns it; move a "
        "limit that has passed, or record what has happened."
    ),
    references=("GAO BP 2", "GAO BP 7"),
    parameters=(("deadlines", "count"),),
    choices=(("deadlines", ("count", "leave_out")),),
)

_HOLD_START_UP = (ConstraintKind.START_NO_EARLIER_THAN, ConstraintKind.START_ON, ConstraintKind.MUST_START_ON)
_HOLD_START_DOWN = (ConstraintKind.START_NO_LATER_THAN, ConstraintKind.START_ON, ConstraintKind.MUST_START_ON)
_HOLD_FINISH_UP = (ConstraintKind.FINISH_NO_EARLIER_THAN, ConstraintKind.FINISH_ON, ConstraintKind.MUST_FINISH_ON)
_HOLD_FINISH_DOWN = (ConstraintKind.FINISH_NO_LATER_THAN, ConstraintKind.FINISH_ON, ConstraintKind.MUST_FINISH_ON)


class _Bound(NamedTuple):
    date: datetime
    words: str


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    deadlines = settings.choice("deadlines") == "count"
    counted = open_work(schedule)
    times = {each.uid: WorkingTime(each) for each in (*schedule.calendars, ALWAYS)}
    details = [
        (each, _conflict(schedule, each, times[_calendar(schedule, each)], deadlines))
        for each in counted
        if each.constraints or each.deadline
    ]
    offenders = tuple(Offender.activity(each, detail) for each, detail in details if detail)
    return Count(len(offenders), len(counted), offenders)


def _conflict(schedule: Schedule, activity: Activity, time: WorkingTime, deadlines: bool) -> str:
    """The first contradiction in words, empty if there is none. Dates conflict if working time lies between them."""
    starts, finishes = _earliest(schedule, activity, time)
    latest_start = None if activity.is_started else _least(_bounds(activity, _HOLD_START_DOWN))
    promised = [_Bound(activity.deadline, "deadline")] if activity.deadline and deadlines else []
    latest_finish = _least([*_bounds(activity, _HOLD_FINISH_DOWN), *promised])
    for earliest, latest in ((starts, latest_start), (finishes, latest_finish)):
        if latest and earliest and (worst := max(earliest)) and time.between(latest.date, worst.date) > 0:
            return f"{latest.words} {latest.date:%Y-%m-%d}, but {worst.words} leads to {worst.date:%Y-%m-%d}"
    return ""


def _calendar(schedule: Schedule, activity: Activity) -> Uid:
    return ALWAYS.uid if activity.elapsed else schedule.calendar_of(activity).uid


def _earliest(schedule: Schedule, activity: Activity, time: WorkingTime) -> tuple[list[_Bound], list[_Bound]]:
    """What start and finish have to wait for; each also follows from the other, by the work between them."""
    today = [_Bound(schedule.data_date, "the data date")] if schedule.data_date else []
    finishes = _bounds(activity, _HOLD_FINISH_UP)
    if activity.is_started:
        return [], [*finishes, *(_Bound(time.add(each.date, activity.remaining), each.words) for each in today)]
    starts = [*_bounds(activity, _HOLD_START_UP), *today]
    work = activity.duration
    return (
        [*starts, *(_Bound(time.add(time.previous_work_finish(date), -work), words) for date, words in finishes)],
        [*finishes, *(_Bound(time.add(time.next_work_start(date), work), words) for date, words in starts)],
    )


def _bounds(activity: Activity, kinds: Iterable[ConstraintKind]) -> list[_Bound]:
    return [_Bound(each.date, str(each.kind)) for each in activity.constraints if each.date and each.kind in kinds]


def _least(bounds: list[_Bound]) -> _Bound | None:
    return min(bounds, default=None)
