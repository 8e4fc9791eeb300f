"""Cells from a spreadsheet: over the rows that are there, or as new ones."""

from __future__ import annotations

from plumbline.engine.editing.arguments import MOST_ROWS, Arguments
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.edits import add
from plumbline.engine.editing.fields import fields
from plumbline.engine.editing.pasted import Line, lines_of
from plumbline.engine.editing.pasted_rows import filled, with_levels
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.uids import next_uids
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Schedule, Uid

NAME = "paste"
LONGEST_PASTE = 1_000_000


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``text``: lines of cells with tabs between them. ``at``: the row that the first line goes over, the next ones go
    over the rows below it, and what is left over becomes rows at the end. Without it all become new rows, as ``add``
    places them ``after`` a row. ``columns``: the fields of the cells, with commas; heads in the first line count more.

    Empty cells leave what is there. New rows are read as those of a table: a start holds what has no predecessors, and
    start and finish without a duration say how long it takes. Ids that are taken are made anew, and the links among
    the new rows follow.
    """
    lines = lines_of(arguments.text("text", LONGEST_PASTE), arguments.text("columns", 400), {*fields(), "level"})
    at = arguments.activity("at")
    uids: list[Uid] = []
    if at is not None:
        first = schedule.activities.index(at)
        uids = [each.uid for each in schedule.activities[first : first + len(lines)]]
    new = lines[len(uids) :]
    if len(new) > MOST_ROWS:
        raise CannotEdit(f"More than {MOST_ROWS:,} rows at once cannot be added.", field="text")
    called = _uids(schedule, new)
    grown = schedule
    if new:
        grown = add.with_rows(
            schedule, [(uid, line.get("name")) for uid, line in zip(called, new, strict=True)], *_place(at, arguments)
        )
        grown = with_levels(grown, dict(zip(called, new, strict=True)))
    working = Working(grown)
    working.also_called = {line.get("id"): uid for uid, line in zip(called, new, strict=True) if line.get("id")}
    filled(working, dict(zip([*uids, *called], lines, strict=True)), frozenset(called))
    rows = f"{len(lines):,} {'row' if len(lines) == 1 else 'rows'}"
    return Edited(working.finished(), f"Paste {rows}")


def _place(at: Activity | None, arguments: Arguments) -> tuple[Activity | None, None]:
    return (None, None) if at is not None else (arguments.activity("after"), None)


def _uids(schedule: Schedule, lines: list[Line]) -> list[Uid]:
    """An id that nothing is called by becomes the uid too, as in a table."""
    taken = {str(each.uid) for each in schedule.activities} | {each.id for each in schedule.activities}
    free = iter(next_uids(schedule, len(lines) * 2 + sum(1 for each in lines if each.get("id"))))
    wanted = [each.get("id") for each in lines]
    found: list[Uid] = []
    for each in wanted:
        uid = (
            each if each and each not in taken else next(one for one in free if one not in taken and one not in wanted)
        )
        taken.add(uid)
        found.append(uid)
    return found
