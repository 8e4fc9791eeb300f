"""A milestone that nothing is promised for: promise when the plan reaches it."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """A deadline on the day on which it lies now."""
    finish = working.dates(row.uid).early_finish
    if finish is None or row.deadline is not None or row.is_complete:
        return []
    text = moment_text(finish, DAY_FINISH)
    return [Mend(f"Give it a deadline on {finish:%Y-%m-%d}", "deadline", (setting(row.uid, "deadline", text),))]
