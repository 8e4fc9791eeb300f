"""A start that nothing drives, a finish that drives nothing: link them."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.open_end_mends import drives_on, has_driver, open_end_mends
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """A start that has happened needs no driver."""
    start = not (row.is_started or has_driver(working, row))
    return open_end_mends(working, row, start=start, finish=not drives_on(working, row))
