"""One field of one or several rows."""

from __future__ import annotations

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.fields import fields
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Schedule

NAME = "set"
LONGEST_VALUE = 20_000
_SHOWN = 60


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``rows`` get ``value`` in ``field``. All of them or none: the first that cannot have it is named."""
    rows = arguments.rows()
    field = fields().get(arguments.text("field", 40))
    if field is None:
        raise CannotEdit(f"Say which field is meant: {', '.join(sorted(fields()))}.", field="field")
    value = arguments.text("value", LONGEST_VALUE)
    working = Working(schedule)
    for each in rows:
        field.write(working, each, value)
    return Edited(working.finished(), f"{field.LABEL} of {_of(rows)} to {_shown(value)}")


def _of(rows: tuple[Activity, ...]) -> str:
    return rows[0].id or str(rows[0].uid) if len(rows) == 1 else f"{len(rows):,} rows"


def _shown(value: str) -> str:
    text = " ".join(value.split())
    return "nothing" if not text else text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
