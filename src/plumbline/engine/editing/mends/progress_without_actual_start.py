"""Progress without a start: say when it began, or that it has not."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_START
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """The day on which it was to begin, if that has come."""
    if row.is_started or row.is_summary or not (row.percent_complete or row.remaining < row.duration):
        return []
    start, data_date = working.dates(row.uid).early_start or row.planned_start, working.before.data_date
    found = []
    if start is not None and (data_date is None or start <= data_date):
        text = moment_text(start, DAY_START)
        found.append(Mend(f"It began on {start:%Y-%m-%d}", "began", (setting(row.uid, "actual_start", text),)))
    if row.percent_complete:
        found.append(Mend("It has not begun", "not", (setting(row.uid, "percent", "0"),)))
    return found
