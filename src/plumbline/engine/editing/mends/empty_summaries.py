"""A summary with nothing in it: give it work, or take it away."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.outline import children_of
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """Not where it holds summaries, which are empty themselves."""
    if not row.is_summary or children_of(working.before.activities).get(row.uid):
        return []
    return [
        Mend("Add a row below it", "add", (("add", {"under": str(row.uid), "names": row.name or "Work"}),)),
        Mend("Remove it", "remove", (("remove", {"rows": [str(row.uid)]}),)),
    ]
