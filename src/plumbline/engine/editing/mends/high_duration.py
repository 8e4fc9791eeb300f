"""Work too long to be steered: split it into pieces."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, ActivityKind

_MOST_DAYS, _FOUR_WEEKS, _MOST_PARTS = 44, 20, 20
_MINUTES_PER_ELAPSED_DAY = 1440


def mends(working: Working, row: Activity) -> list[Mend]:
    """Into as few pieces as are short enough, or into pieces of about four weeks."""
    if row.kind is not ActivityKind.TASK or row.is_started or row.baseline is not None:
        return []
    day = _MINUTES_PER_ELAPSED_DAY if row.elapsed else working.calendar_of(row).minutes_per_day
    counts = dict.fromkeys(max(2, -(-row.duration // (days * day))) for days in (_MOST_DAYS, _FOUR_WEEKS))
    return [
        Mend(f"Split it into {parts}", str(parts), (("split", {"row": str(row.uid), "parts": str(parts)}),))
        for parts in counts
        if parts <= _MOST_PARTS
    ]
