"""How much of a row that has begun is left."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.amounts import duration_text
from plumbline.engine.editing.entries import minutes_in
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity

NAME, LABEL = "remaining", "Remaining duration"


def text(working: Working, activity: Activity) -> str:
    """“2d”, in days of the row's calendar."""
    return duration_text(activity.remaining, activity.elapsed, working.calendar_of(activity).minutes_per_day)


def write(working: Working, activity: Activity, text: str) -> None:
    """Of what has begun only. Raises CannotEdit."""
    must_be_work(activity, NAME)
    minutes, elapsed = minutes_in(text or "0", working.calendar_of(activity).minutes_per_day, activity.uid, NAME)
    if minutes == activity.remaining:
        return
    problem = ""
    if activity.is_complete:
        problem = "It has finished, so nothing remains; take its actual finish out first."
    elif not activity.is_started:
        problem = "It has not begun: change its duration, or write its actual start first."
    elif elapsed != activity.elapsed and minutes:
        problem = "Write what remains in the same kind of time as the duration: with or without an e before the unit."
    if problem:
        raise CannotEdit(problem, row=activity.uid, field=NAME)
    working.put(replace(activity, remaining=minutes))
