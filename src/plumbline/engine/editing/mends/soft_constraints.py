"""A date that holds work back: let the links say when."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """One after the other where Primavera has two."""
    if not row.constraints:
        return []
    gone = tuple(setting(row.uid, "constraint", "") for _ in row.constraints)
    return [Mend("Take the constraint out", "none", gone)]
