"""Waiting that nobody sees: make it a row."""

from __future__ import annotations

from plumbline.engine.editing.link_mends import as_rows, links_into, without_lag
from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """For all lags into it."""
    lags = links_into(working, row, lambda each: each.lag > 0)
    if not lags:
        return []
    names = ", ".join(working.label(each.predecessor) for each in lags[:3])
    return [
        Mend(f"Make a row of the wait after {names}", "row", as_rows(working.before, lags)),
        Mend(f"Take the wait after {names} out", "none", without_lag(lags)),
    ]
