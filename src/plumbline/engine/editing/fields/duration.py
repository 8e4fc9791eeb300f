"""How long a row takes as a whole."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.amounts import duration_text
from plumbline.engine.editing.entries import minutes_in
from plumbline.engine.editing.progress import with_duration
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, ActivityKind

NAME, LABEL = "duration", "Duration"


def text(working: Working, activity: Activity) -> str:
    """“5d”, in days of the row's calendar."""
    return duration_text(activity.duration, activity.elapsed, working.calendar_of(activity).minutes_per_day)


def write(working: Working, activity: Activity, text: str) -> None:
    """``0d`` makes a milestone of a task, anything else a task of a milestone. What is done of it stays in percent."""
    must_be_work(activity, NAME)
    if not text.strip():
        raise CannotEdit("Write how long it takes: 5d, 4h, 2w; 0d is a milestone.", row=activity.uid, field=NAME)
    minutes, elapsed = minutes_in(text, working.calendar_of(activity).minutes_per_day, activity.uid, NAME)
    if minutes and activity.is_milestone:
        activity = replace(activity, kind=ActivityKind.TASK)
    if not minutes and activity.kind is ActivityKind.TASK:
        activity = replace(activity, kind=ActivityKind.FINISH_MILESTONE)
    if (minutes, elapsed) != (activity.duration, activity.elapsed):
        activity = with_duration(activity, minutes, elapsed)
    working.put(activity)
