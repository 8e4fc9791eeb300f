"""What stands in the first row goes to the others."""

from __future__ import annotations

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.fields import fields
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Schedule

NAME = "fill"
_OF_ITS_OWN = ("id",)


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``rows``, two at least, in the order of the plan: the ``field`` of the first one is copied down."""
    rows = arguments.rows()
    field = fields().get(arguments.text("field", 40))
    if field is None or field.NAME in _OF_ITS_OWN:
        raise CannotEdit("Say which field to copy down; an id is each row's own.", field="field")
    if len(rows) < 2:
        raise CannotEdit("Choose the row to copy from and at least one row below it.", row=rows[0].uid, field="rows")
    working = Working(schedule)
    text = field.text(working, rows[0])
    for each in rows[1:]:
        field.write(working, working.activity(each.uid), text)
    return Edited(working.finished(), f"{field.LABEL} of {rows[0].id} to {len(rows) - 1:,} more")
