"""One level up: rows come out of the summary above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited, named
from plumbline.engine.editing.outline import topmost, with_activities
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.schedule import Activity, Schedule, Uid

NAME = "outdent"


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``rows`` and what is under them come right after the summary they were in. What stays in it stays in it."""
    rows = topmost(schedule, arguments.rows())
    leaving: dict[Uid, list[Activity]] = defaultdict(list)
    for each in rows:
        if each.parent is not None:
            leaving[each.parent].append(each)
    if not leaving:
        raise CannotEdit("It is on the top level already.", row=rows[0].uid)
    return Edited(with_activities(schedule, _moved(schedule, leaving)), f"Outdent {named(rows)}")


def _moved(schedule: Schedule, leaving: dict[Uid, list[Activity]]) -> Iterator[Activity]:
    """Only the order among siblings counts."""
    gone = {each.uid for rows in leaving.values() for each in rows}
    for each in schedule.activities:
        if each.uid not in gone:
            yield each
        for one in leaving.get(each.uid, ()):
            yield replace(one, parent=each.parent)
