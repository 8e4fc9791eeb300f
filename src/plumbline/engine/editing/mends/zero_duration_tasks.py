"""Work that takes no time: a milestone, or work after all."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """A level of effort lasts as long as other work, so only a duration helps it."""
    if row.duration or row.is_summary or row.is_milestone:
        return []
    a_day = Mend("Give it a day", "day", (setting(row.uid, "duration", "1d"),))
    return [Mend("Make it a milestone", "milestone", (setting(row.uid, "kind", "milestone"),)), a_day]
