"""Links that a longer path implies: take them out."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, unlinking
from plumbline.engine.editing.working import Working
from plumbline.engine.rules.implied_links import LinksInACircle, implied_links
from plumbline.engine.rules.populations import LINK_PARAMETER, assessed_links
from plumbline.engine.schedule import Activity, Link, Schedule
from plumbline.engine.schedule.derived import once


def mends(working: Working, row: Activity) -> list[Mend]:
    """Those into this row. Not where a link of the same kind that is needed would go with one."""
    links = [each for each in _implied(working.before) if each.successor == row.uid]
    needed = {(each.predecessor, each.kind) for each in working.links_to(row.uid) if each not in links}
    links = [each for each in links if (each.predecessor, each.kind) not in needed]
    if not links:
        return []
    names = ", ".join(working.label(each.predecessor) for each in links[:3])
    return [Mend(f"Take the link from {names} out", "none", tuple(map(unlinking, dict.fromkeys(links))))]


@once
def _implied(schedule: Schedule) -> list[Link]:
    try:
        return [link for link, _ in implied_links(schedule, assessed_links(schedule, LINK_PARAMETER[1]))]
    except LinksInACircle:
        return []
