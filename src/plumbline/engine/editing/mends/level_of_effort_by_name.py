"""Work that only goes along with other work: say so."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, ActivityKind


def mends(working: Working, row: Activity) -> list[Mend]:
    """It lasts as long as what it goes along with, and drives nothing."""
    if row.kind is not ActivityKind.TASK:
        return []
    return [Mend("Make it a level of effort", "loe", (setting(row.uid, "kind", "level of effort"),))]
