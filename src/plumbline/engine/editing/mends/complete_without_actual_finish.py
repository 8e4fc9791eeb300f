"""Work that is said to be done without a finish: say when, or that something is left."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """The day on which it was to end, else the data date; or 99 %, which says that something is left."""
    if row.is_complete or row.is_summary or row.is_milestone:
        return []
    data_date = working.before.data_date
    finish = working.dates(row.uid).early_finish or row.planned_finish
    if data_date is not None and (finish is None or finish > data_date):
        finish = data_date
    found = []
    if finish is not None and (row.actual_start is None or finish >= row.actual_start):
        text = moment_text(finish, DAY_FINISH)
        found.append(Mend(f"It finished on {finish:%Y-%m-%d}", "finished", (setting(row.uid, "actual_finish", text),)))
    if row.is_started and row.duration and row.percent_complete >= 100:
        found.append(Mend("Something is left of it", "left", (setting(row.uid, "percent", "99"),)))
    return found
