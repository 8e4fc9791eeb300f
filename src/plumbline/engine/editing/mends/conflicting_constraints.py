"""Dates that contradict each other: one of them has to go."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, ConstraintKind

_HELD_UP = (ConstraintKind.START_NO_EARLIER_THAN, ConstraintKind.FINISH_NO_EARLIER_THAN)


def mends(working: Working, row: Activity) -> list[Mend]:
    """All constraints, or the deadline where that alone contradicts one that only holds back."""
    found = []
    if row.constraints:
        gone = tuple(setting(row.uid, "constraint", "") for _ in row.constraints)
        deadline_too = (setting(row.uid, "deadline", ""),) if _is_past(working, row) else ()
        found.append(Mend("Take the constraint out", "constraint", (*gone, *deadline_too)))
    if row.deadline is not None and all(each.kind in _HELD_UP for each in row.constraints):
        found.append(Mend("Take the deadline out", "deadline", (setting(row.uid, "deadline", ""),)))
    return found


def _is_past(working: Working, row: Activity) -> bool:
    """A deadline that the data date has passed contradicts it by itself."""
    data_date = working.before.data_date
    return row.deadline is not None and data_date is not None and row.deadline <= data_date
