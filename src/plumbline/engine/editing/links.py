"""Links as they are typed and shown in a cell, and those that no plan can have."""

from __future__ import annotations

from plumbline.engine.editing.entries import refused
from plumbline.engine.editing.outline import above
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.predecessors import Tie, UnclearPredecessor, ties_in
from plumbline.engine.schedule import Activity, Link, Schedule, Uid
from plumbline.engine.writers.table.predecessors import predecessors_cell

MOST = 500


def ties_typed(working: Working, activity: Activity, text: str, field: str) -> list[Tie]:
    """Each row and kind once. Raises CannotEdit."""
    try:
        ties = list(ties_in(text, working.uid_by_id))
    except UnclearPredecessor as error:
        raise refused(str(error).replace("this table", "this plan"), activity.uid, field) from None
    if len(ties) > MOST:
        raise CannotEdit(f"More than {MOST} links of one row cannot be made.", row=activity.uid, field=field)
    seen = set()
    for each in ties:
        if (each.predecessor, each.kind) in seen:
            name = working.label(each.predecessor)
            raise CannotEdit(f"{name} is there twice as {each.kind}; once is enough.", row=activity.uid, field=field)
        seen.add((each.predecessor, each.kind))
    return ties


def cell(working: Working, links: tuple[Link, ...]) -> str:
    """``links`` as those of one row to their predecessors: “10FS+2d; 11”."""
    labels = {each.predecessor: working.label(each.predecessor) for each in links}
    return predecessors_cell(links, labels, working.known_labels)


def must_be_possible(schedule: Schedule, link: Link, row: Uid, field: str) -> None:
    """Raises CannotEdit for a link of a row to itself, or between a summary and what is below it."""
    if link.predecessor == link.successor:
        raise CannotEdit("A row cannot wait for itself.", row=row, field=field)
    one, other = schedule.activity_by_uid[link.predecessor], schedule.activity_by_uid[link.successor]
    for low, high in ((one, other), (other, one)):
        if high.uid in above(schedule.activity_by_uid, low.uid):
            raise CannotEdit(
                f"{low.id} is below the summary {high.id}; a summary cannot be linked to what is in it.",
                row=row,
                field=field,
            )
