"""Actual dates that lie after the data date."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity

NOT_BEGUN, FINISHED = "not", "finished"


def progress_mends(working: Working, row: Activity) -> list[Mend]:
    """Taken back, or put on the data date. None where a forecast is at fault, which the next calculation moves."""
    data_date = working.before.data_date
    if data_date is None or row.actual_start is None or row.is_summary:
        return []
    if row.actual_start > data_date:
        return [Mend("It has not begun", NOT_BEGUN, (setting(row.uid, "actual_start", ""),))]
    if row.actual_finish is None or row.actual_finish <= data_date:
        return []
    text = moment_text(data_date, DAY_FINISH)
    return [
        Mend("It has not finished", "open", (setting(row.uid, "actual_finish", ""),)),
        Mend(f"It finished on {data_date:%Y-%m-%d}", FINISHED, (setting(row.uid, "actual_finish", text),)),
    ]
