"""Dates that cannot be: what has happened lies ahead, or what is to come lies behind."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.mends import forecasts_before_the_data_date
from plumbline.engine.editing.progress_mends import FINISHED, NOT_BEGUN, progress_mends
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """What has not begun yet begins no earlier than the data date; what was to have ended by then did on it."""
    later = forecasts_before_the_data_date.mends(working, replace(row, actual_start=None, actual_finish=None))
    if not row.is_started:
        return later
    found = {each.choice: each for each in progress_mends(working, row)}
    if NOT_BEGUN in found:
        steps = tuple(step for each in (found[NOT_BEGUN], *later) for step in each.steps)
        return [replace(found[NOT_BEGUN], steps=steps)]
    return [found[FINISHED]] if FINISHED in found else []
