"""A suggestion about a finding is carried out."""

from __future__ import annotations

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.edits import add, link, move, remove, set, split, unlink
from plumbline.engine.editing.mends import mends_for
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.schedule import Schedule

NAME = "mend"
_STEPS = {each.NAME: each for each in (add, link, move, remove, set, split, unlink)}


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``rule``, ``row`` and the ``choice`` of one of the suggestions that ``mends_for`` gives for them."""
    row = arguments.wanted("row")
    choice = arguments.text("choice", 200)
    found = {each.choice: each for each in mends_for(schedule, arguments.text("rule", 100), row.uid)}
    if choice not in found:
        raise CannotEdit("This suggestion no longer fits the plan. Look at the findings again.", row=row.uid)
    after = schedule
    for name, step in found[choice].steps:
        after = _STEPS[name].apply(after, Arguments(after, step)).schedule
    return Edited(after, f"{found[choice].title} ({row.id})")
