"""From when on a row may begin."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.fields import actual_start
from plumbline.engine.editing.not_before import NotBefore
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_START
from plumbline.engine.schedule import Activity, ConstraintKind

NAME, LABEL = "start", "Start"
_DATE = NotBefore(
    NAME,
    ConstraintKind.START_NO_EARLIER_THAN,
    DAY_START,
    lambda each: each.actual_start,
    actual_start.write,
    lambda each, day: replace(each, planned_start=day),
)


def text(working: Working, activity: Activity) -> str:
    """The actual start, or the date before which it may not begin; empty where only links decide."""
    return _DATE.text(activity)


def write(working: Working, activity: Activity, text: str) -> None:
    """It may not begin before; once it has, it is the actual start. Empty, only links decide. Raises CannotEdit."""
    _DATE.write(working, activity, text)
