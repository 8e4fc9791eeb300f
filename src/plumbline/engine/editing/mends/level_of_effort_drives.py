"""Work that only goes along with other work drives some of it: take the links out."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, setting, unlinking
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, LinkKind


def mends(working: Working, row: Activity) -> list[Mend]:
    """A link from finish to finish only spans it, and stays."""
    links = [each for each in working.links_from(row.uid) if each.kind is not LinkKind.FINISH_FINISH]
    if not row.is_level_of_effort or not links:
        return []
    names = ", ".join(working.label(each.successor) for each in links[:3])
    gone = Mend(f"Take the links to {names} out", "none", tuple(map(unlinking, dict.fromkeys(links))))
    return [gone, Mend("Make it a task", "task", (setting(row.uid, "kind", "task"),))]
