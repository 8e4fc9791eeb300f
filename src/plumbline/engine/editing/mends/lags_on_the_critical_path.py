"""A wait that the finish hangs on: make it a row, so that somebody looks after it."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.mends import lags
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """For all lags into it, as for any lag."""
    return lags.mends(working, row)
