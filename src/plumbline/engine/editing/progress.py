"""How far work is: duration, remaining, percent and actual dates, which have to say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity

MOST_UNFINISHED = 99.0
"""The most percent of what has not finished."""


def left(duration: int, percent: float) -> int:
    """Minutes that remain of ``duration``."""
    return round(duration * (100 - percent) / 100)


def with_duration(activity: Activity, minutes: int, elapsed: bool) -> Activity:
    remaining = 0 if activity.is_complete else left(minutes, activity.percent_complete)
    return replace(activity, duration=minutes, remaining=remaining, elapsed=elapsed)


def with_percent(working: Working, activity: Activity, percent: float, field: str) -> Activity:
    """100 % takes an actual finish, anything above 0 an actual start; below 100 % nothing has finished."""
    if percent >= 100:
        return finished_on(working, activity, activity.actual_finish or _finish(working, activity, field), field)
    started = activity.actual_start or (_start(working, activity, field) if percent > 0 else None)
    return replace(
        activity,
        percent_complete=percent,
        remaining=left(activity.duration, percent),
        actual_start=started,
        actual_finish=None,
    )


def started_on(activity: Activity, start: datetime | None, field: str) -> Activity:
    """Without a start there is no progress."""
    if start is None:
        return replace(
            activity, actual_start=None, actual_finish=None, percent_complete=0.0, remaining=activity.duration
        )
    if activity.actual_finish and activity.actual_finish < start:
        raise CannotEdit(
            f"It has finished on {activity.actual_finish:%Y-%m-%d}; the start cannot be after that.",
            row=activity.uid,
            field=field,
        )
    return replace(activity, actual_start=start)


def finished_on(working: Working, activity: Activity, finish: datetime | None, field: str) -> Activity:
    """All of it is done; taken back, it is as good as done and no more."""
    if finish is None:
        percent = min(MOST_UNFINISHED, activity.percent_complete)
        remaining = left(activity.duration, percent) if activity.is_complete else activity.remaining
        return replace(activity, actual_finish=None, percent_complete=percent, remaining=remaining)
    start = activity.actual_start or min(finish, _early_start(working, activity) or activity.planned_start or finish)
    if finish < start:
        raise CannotEdit(
            f"It has started on {start:%Y-%m-%d}; the finish cannot be before that.", row=activity.uid, field=field
        )
    return replace(activity, actual_start=start, actual_finish=finish, percent_complete=100.0, remaining=0)


def _start(working: Working, activity: Activity, field: str) -> datetime:
    start = _early_start(working, activity) or activity.planned_start
    return _not_to_come(working, activity, start, field, "start")


def _finish(working: Working, activity: Activity, field: str) -> datetime:
    finish = working.dates(activity.uid).early_finish or activity.planned_finish
    return _not_to_come(working, activity, finish, field, "finish")


def _early_start(working: Working, activity: Activity) -> datetime | None:
    return working.dates(activity.uid).early_start


def _not_to_come(working: Working, activity: Activity, moment: datetime | None, field: str, which: str) -> datetime:
    """What lies after the data date cannot have happened, so it has to be said when it did."""
    data_date = working.before.data_date
    if moment is None:
        raise CannotEdit(f"Write its actual {which} first.", row=activity.uid, field=field)
    if data_date is not None and moment > data_date:
        raise CannotEdit(
            f"By the plan its {which} is {moment:%Y-%m-%d}, after the data date; write its actual {which} first.",
            row=activity.uid,
            field=field,
        )
    return moment
