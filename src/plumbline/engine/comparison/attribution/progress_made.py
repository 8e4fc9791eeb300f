"""What progress did to one activity, told as a start and a length on top of the earlier plan.

The data date stays where it was while activities are looked at one by one; so the time that passed moves nothing
by itself, and each activity answers for its own late start and its own longer work only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from plumbline.engine.calendars import ALWAYS, WorkingTime
from plumbline.engine.comparison import wording
from plumbline.engine.comparison.attribution.mixture import Edit, Mixture
from plumbline.engine.schedule import Activity, ActivityKind, Constraint, ConstraintKind, Dialect, Schedule
from plumbline.engine.schedule.calculation import Calculation


def progress_made(was: Activity, now: Activity, later: Schedule) -> Iterator[Edit]:
    """First the edit that gives the activity its real start, then the one that gives its work its real length."""
    if was.is_complete or now.is_summary or now.is_level_of_effort:
        return
    if not was.is_started:
        if now.is_started:
            yield lambda mix, calculation: _start(mix, calculation, now)
        elif later.dialect is Dialect.P6 and (data_date := later.data_date):
            yield lambda mix, calculation: _wait(mix, calculation, now, data_date)
    if now.is_started and not now.is_milestone:
        yield lambda mix, calculation: _work(mix, calculation, now, later.data_date)


def _start(mix: Mixture, calculation: Calculation, now: Activity) -> str:
    planned, actual = calculation.dates[now.uid].early_start, now.actual_start
    if planned == actual or planned is None or actual is None:
        return ""
    was = mix.activities[now.uid]
    if mix.plan.dialect is Dialect.MSP:
        finish = actual if now.is_milestone else None
        mix.activities[now.uid] = replace(was, actual_start=actual, actual_finish=finish)
    else:
        finishes = now.kind is ActivityKind.FINISH_MILESTONE
        kind = ConstraintKind.MUST_FINISH_ON if finishes else ConstraintKind.MUST_START_ON
        mix.activities[now.uid] = replace(was, constraints=(Constraint(kind, actual),))
    return f"started on {wording.day(actual)} instead of {wording.day(planned)}"


def _wait(mix: Mixture, calculation: Calculation, now: Activity, data_date: datetime) -> str:
    possible = calculation.dates[now.uid].early_start
    if possible is None or possible >= data_date:
        return ""
    was = mix.activities[now.uid]
    finishes = now.kind is ActivityKind.FINISH_MILESTONE
    kind = ConstraintKind.FINISH_NO_EARLIER_THAN if finishes else ConstraintKind.START_NO_EARLIER_THAN
    mix.activities[now.uid] = replace(was, constraints=(*was.constraints, Constraint(kind, data_date)))
    return f"had not started by {wording.day(data_date)}, but could have on {wording.day(possible)}"


def _work(mix: Mixture, calculation: Calculation, now: Activity, data_date: datetime | None) -> str:
    was, dates = mix.activities[now.uid], calculation.dates[now.uid]
    time = _working_time(mix, now)
    finish = _finish(time, now, mix.plan.dialect, data_date)
    if finish == dates.early_finish or dates.early_finish is None or dates.early_start is None:
        return ""
    if mix.plan.dialect is Dialect.MSP:
        actual = replace(was, actual_start=now.actual_start, actual_finish=now.actual_finish, elapsed=now.elapsed)
        mix.activities[now.uid] = replace(actual, duration=now.duration, remaining=now.remaining)
    else:
        since = (mix.plan.data_date or mix.plan.start) if was.is_started else dates.early_start
        left = max(0, time.between(since, finish))
        duration = was.duration if was.is_started else left
        mix.activities[now.uid] = replace(was, elapsed=now.elapsed, duration=duration, remaining=left)
    ends = "finished on" if now.is_complete else "is expected to finish on"
    return f"{ends} {wording.day(finish)} instead of {wording.day(dates.early_finish)}"


def _finish(time: WorkingTime, now: Activity, dialect: Dialect, data_date: datetime | None) -> datetime:
    """The actual finish, or when what is left will be done by the conventions of the tool."""
    if now.actual_finish:
        return now.actual_finish
    assert now.actual_start is not None
    if dialect is Dialect.MSP or data_date is None:
        return time.add(time.next_work_start(now.actual_start), now.duration)
    return time.add(time.next_work_start(max(data_date, now.resumed or data_date)), now.remaining)


def _working_time(mix: Mixture, activity: Activity) -> WorkingTime:
    if activity.elapsed:
        return WorkingTime(ALWAYS)
    was = mix.activities[activity.uid].calendar
    return WorkingTime(mix.calendars[mix.plan.default_calendar if was is None else was])
