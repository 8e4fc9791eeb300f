"""When a constraint holds a row."""

from __future__ import annotations

from plumbline.engine.editing.constraint_words import first, usual_time, with_first
from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind

NAME, LABEL = "constraint_date", "Constraint date"


def text(working: Working, activity: Activity) -> str:
    """“2026-03-02”, with the time where it is not the usual one."""
    held = first(activity)
    return moment_text(held.date, usual_time(held.kind)) if held else ""


def write(working: Working, activity: Activity, text: str) -> None:
    """Without a kind, it is the start that may be no earlier. Without a date, nothing is held that needs one."""
    held = first(activity)
    kind = held.kind if held else ConstraintKind.START_NO_EARLIER_THAN
    date = instant_in(text, usual_time(kind), activity.uid, NAME)
    if kind is ConstraintKind.AS_LATE_AS_POSSIBLE:
        if date is not None:
            raise CannotEdit(
                "As late as possible has no date; choose another constraint.", row=activity.uid, field=NAME
            )
        return
    if date != (held.date if held else None):
        working.put(with_first(activity, Constraint(kind, date) if date else None))
