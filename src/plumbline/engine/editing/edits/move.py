"""Rows go to another place, with everything under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited, named
from plumbline.engine.editing.outline import topmost, with_activities, with_all_below
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.schedule import Activity, Schedule

NAME = "move"


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``rows`` stand ``before`` or ``after`` a row and on its level, or come ``under`` it as its last."""
    rows = topmost(schedule, arguments.rows())
    places = {place: row for place in ("before", "after", "under") if (row := arguments.activity(place))}
    if len(places) != 1:
        raise CannotEdit("Say before, after or under which row, and only one of these.", row=rows[0].uid)
    ((place, target),) = places.items()
    if target.uid in with_all_below(schedule, rows):
        raise CannotEdit("Rows cannot go beside themselves, nor into what is under them.", row=target.uid, field=place)
    moved = with_activities(schedule, _moved(schedule, rows, place, target))
    return Edited(moved, f"Move {named(rows)} {place} {target.id}")


def _moved(schedule: Schedule, rows: list[Activity], place: str, target: Activity) -> Iterator[Activity]:
    """Only the order among siblings counts."""
    going = {each.uid for each in rows}
    parent = target.uid if place == "under" else target.parent
    arriving = [replace(each, parent=parent) for each in rows]
    for each in schedule.activities:
        if each.uid == target.uid and place == "before":
            yield from arriving
        if each.uid not in going:
            yield each
        if each.uid == target.uid and place == "after":
            yield from arriving
    if place == "under":
        yield from arriving
