"""A date that is held against the logic: hold it more softly."""

from __future__ import annotations

from plumbline.engine.editing.constraint_words import first, usual_time
from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """A finish becomes a deadline, which warns and holds nothing; a start holds only what would be earlier."""
    held = first(row)
    if held is None or held.date is None or not held.kind.is_hard or len(row.constraints) > 1:
        return []
    gone = setting(row.uid, "constraint", "")
    day = moment_text(held.date, DAY_FINISH)
    if usual_time(held.kind) == DAY_FINISH:
        softer = Mend(
            f"Make it a deadline on {held.date:%Y-%m-%d}", "deadline", (gone, setting(row.uid, "deadline", day))
        )
    else:
        softer = Mend(
            f"Let it start no earlier than {held.date:%Y-%m-%d}", "snet", (setting(row.uid, "constraint", "SNET"),)
        )
    return [softer, Mend("Take the constraint out", "none", (gone,))]
