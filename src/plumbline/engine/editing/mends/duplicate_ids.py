"""An id that several rows have: give this one its own."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.uids import next_uids
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """The next free number."""
    (free,) = next_uids(working.before, 1)
    return [Mend(f"Call it {free}", "next", (setting(row.uid, "id", free),))]
