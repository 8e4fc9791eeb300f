"""One level down: rows come under the row above them."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited, named
from plumbline.engine.editing.outline import children_of, topmost, with_activities
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.schedule import Schedule, Uid

NAME = "indent"


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``rows`` and what is under them come under their sibling above, which the first of its siblings has not."""
    rows = topmost(schedule, arguments.rows())
    moving = {each.uid for each in rows}
    parents: dict[Uid, Uid] = {}
    for siblings in children_of(schedule.activities).values():
        above: Uid | None = None
        for each in siblings:
            if each.uid not in moving:
                above = each.uid
            elif above is not None:
                parents[each.uid] = above
    if not parents:
        raise CannotEdit("There is no row above on the same level that it could come under.", row=rows[0].uid)
    moved = (replace(each, parent=parents[each.uid]) if each.uid in parents else each for each in schedule.activities)
    return Edited(with_activities(schedule, moved), f"Indent {named(rows)}")
