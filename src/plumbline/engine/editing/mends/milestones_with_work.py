"""A moment that takes time: work, or nothing to do."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """Hours of people on it can only become work."""
    if not row.is_milestone:
        return []
    task = Mend("Make it a task", "task", (setting(row.uid, "kind", "task"),))
    has_hours = any(each.work > 0 for each in working.assignments_of(row.uid))
    if has_hours or not row.duration:
        return [task] if has_hours else []
    return [task, Mend("Let it take no time", "none", (setting(row.uid, "duration", "0d"),))]
