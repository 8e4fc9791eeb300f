"""What holds a row besides its links."""

from __future__ import annotations

import re
from datetime import datetime

from plumbline.engine.editing.constraint_words import LETTERS, at_its_end, first, usual_time, with_first
from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.words import CONSTRAINTS, plain_words
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind

NAME, LABEL = "constraint", "Constraint"
_WITH_DATE = re.compile(r"(\D*?)\s*(\d.*)?", re.DOTALL)


def text(working: Working, activity: Activity) -> str:
    """“SNET”."""
    held = first(activity)
    return LETTERS[held.kind] if held else ""


def write(working: Working, activity: Activity, text: str) -> None:
    """With a date, “MFO 2026-03-06”, or without: the date it had stays, or it is where the row lies now."""
    match = _WITH_DATE.fullmatch(text.strip())
    words, day = plain_words(match.group(1) if match else text), (match.group(2) if match else None) or ""
    if words not in CONSTRAINTS:
        raise CannotEdit(
            f"'{text[:40]}' is not a constraint; write {', '.join(LETTERS.values())}, or leave it empty.",
            row=activity.uid,
            field=NAME,
        )
    kind, held = CONSTRAINTS[words], first(activity)
    if kind is None or kind is ConstraintKind.AS_LATE_AS_POSSIBLE:
        if kind is not (held.kind if held else None):
            working.put(with_first(activity, Constraint(kind) if kind else None))
        return
    typed = instant_in(day, usual_time(kind), activity.uid, "constraint_date")
    if typed is not None:
        working.put(with_first(activity, Constraint(kind, typed)))
    elif held is None or held.kind is not kind:
        working.put(with_first(activity, Constraint(kind, _date(working, activity, kind))))


def _date(working: Working, activity: Activity, kind: ConstraintKind) -> datetime:
    held = first(activity)
    date = (held.date if held else None) or _where_it_lies(working, activity, kind)
    if date is None:
        raise CannotEdit("Write the date of the constraint first.", row=activity.uid, field="constraint_date")
    return at_its_end(date, kind)


def _where_it_lies(working: Working, activity: Activity, kind: ConstraintKind) -> datetime | None:
    dates = working.dates(activity.uid)
    if usual_time(kind) == usual_time(ConstraintKind.FINISH_ON):
        return dates.early_finish or activity.planned_finish
    return dates.early_start or activity.planned_start
