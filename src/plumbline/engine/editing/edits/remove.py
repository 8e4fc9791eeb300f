"""Rows and everything under them go, with their links."""

from __future__ import annotations

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited, named
from plumbline.engine.editing.outline import with_activities, with_all_below
from plumbline.engine.schedule import Schedule

NAME = "remove"


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``rows`` with everything below them."""
    rows = arguments.rows()
    gone = with_all_below(schedule, rows)
    kept = (each for each in schedule.activities if each.uid not in gone)
    return Edited(with_activities(schedule, kept), f"Remove {named(rows)}")
