"""Which WBS element an activity belongs to: the highest one below the project itself."""

from __future__ import annotations

from plumbline.engine.schedule import Activity, Schedule, Uid
from plumbline.office.earned_value.models import LONGEST_WBS


def wbs_names(schedule: Schedule) -> dict[Uid, str]:
    """By activity; empty for one under no summary. A single root is the project, so those below it count."""
    children: dict[Uid | None, list[Activity]] = {}
    for each in schedule.activities:
        children.setdefault(each.parent, []).append(each)
    roots = children.get(None, [])
    single = roots[0] if len(roots) == 1 and roots[0].is_summary else None
    names: dict[Uid, str] = {}
    for each in schedule.activities:  # in outline order: the summary above has its name already
        above = each.parent
        if single is not None and each is single:
            names[each.uid] = ""
        elif above is None or (single is not None and above == single.uid):
            names[each.uid] = _name(each) if each.is_summary else ""
        else:
            names[each.uid] = names.get(above, "")
    return names


def _name(summary: Activity) -> str:
    return (summary.name or summary.id)[:LONGEST_WBS].strip()
