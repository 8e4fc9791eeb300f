"""Work outside the outline: put it under a summary."""

from __future__ import annotations

from plumbline.engine.comparison.wording import named
from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """Under the nearest summaries on the top level, those above first."""
    rows = working.before.activities
    at = rows.index(row)
    near = [each for each in (*reversed(rows[:at]), *rows[at + 1 :]) if each.is_summary and each.parent is None]
    if row.parent is not None:
        return []
    linked = {each.predecessor for each in working.links_to(row.uid)}
    linked |= {each.successor for each in working.links_from(row.uid)}
    return [
        Mend(
            f"Put it under {named(each)}", str(each.uid), (("move", {"rows": [str(row.uid)], "under": str(each.uid)}),)
        )
        for each in near
        if each.uid not in linked
    ]
