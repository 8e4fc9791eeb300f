"""From when on a row may begin."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.constraint_words import first, with_first
from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.fields import actual_start
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_START
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind

NAME, LABEL = "start", "Start"
_KIND = ConstraintKind.START_NO_EARLIER_THAN


def text(working: Working, activity: Activity) -> str:
    """The actual start, or the date before which it may not begin; empty where only links decide."""
    return _shown(activity)


def write(working: Working, activity: Activity, text: str) -> None:
    """It may not begin before; of what has begun it is the actual start. Empty, only links decide."""
    must_be_work(activity, NAME)
    if text.strip() == _shown(activity):
        return
    if activity.is_started:
        actual_start.write(working, activity, text)
        return
    start = instant_in(text, DAY_START, activity.uid, NAME)
    held = first(activity)
    if start is not None:
        activity = with_first(activity, Constraint(_KIND, start))
    elif held and held.kind is _KIND:
        activity = with_first(activity, None)
    working.put(replace(activity, planned_start=start))


def _shown(activity: Activity) -> str:
    held = first(activity)
    holds = held.date if held and held.kind is _KIND else None
    return moment_text(activity.actual_start or holds, DAY_START)
