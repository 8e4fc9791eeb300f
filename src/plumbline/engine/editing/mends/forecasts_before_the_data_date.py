"""Work that is forecast for days that have passed."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """It may begin no earlier than the data date. Of what has begun, only a person knows how much is left."""
    data_date = working.before.data_date
    if data_date is None or row.is_started or row.is_summary:
        return []
    day = f"{data_date:%Y-%m-%d %H:%M}"
    return [Mend(f"Let it start no earlier than {data_date:%Y-%m-%d}", "snet", (setting(row.uid, "start", day),))]
