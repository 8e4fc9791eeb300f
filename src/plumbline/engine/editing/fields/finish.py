"""Before when a row may not finish."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.fields import actual_finish
from plumbline.engine.editing.not_before import NotBefore
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity, ConstraintKind

NAME, LABEL = "finish", "Finish"
_DATE = NotBefore(
    NAME,
    ConstraintKind.FINISH_NO_EARLIER_THAN,
    DAY_FINISH,
    lambda each: each.actual_finish,
    actual_finish.write,
    lambda each, day: replace(each, planned_finish=day),
)


def text(working: Working, activity: Activity) -> str:
    """The actual finish, or the date before which it may not finish; empty where only links decide."""
    return _DATE.text(activity)


def write(working: Working, activity: Activity, text: str) -> None:
    """It may not finish before; once it has, it is the actual finish. Empty, only links decide. Raises CannotEdit."""
    _DATE.write(working, activity, text)
