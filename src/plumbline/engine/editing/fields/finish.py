"""Before when a row may not finish."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.constraint_words import first, with_first
from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.fields import actual_finish
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind

NAME, LABEL = "finish", "Finish"
_KIND = ConstraintKind.FINISH_NO_EARLIER_THAN


def text(working: Working, activity: Activity) -> str:
    """The actual finish, or the date before which it may not finish; empty where only links decide."""
    return _shown(activity)


def write(working: Working, activity: Activity, text: str) -> None:
    """It may not finish before; of what has finished it is the actual finish. Empty, only links decide."""
    must_be_work(activity, NAME)
    if text.strip() == _shown(activity):
        return
    if activity.is_complete:
        actual_finish.write(working, activity, text)
        return
    finish = instant_in(text, DAY_FINISH, activity.uid, NAME)
    held = first(activity)
    if finish is not None:
        activity = with_first(activity, Constraint(_KIND, finish))
    elif held and held.kind is _KIND:
        activity = with_first(activity, None)
    working.put(replace(activity, planned_finish=finish))


def _shown(activity: Activity) -> str:
    held = first(activity)
    holds = held.date if held and held.kind is _KIND else None
    return moment_text(activity.actual_finish or holds, DAY_FINISH)
