"""Work that nobody answers for: who answers beside it."""

from __future__ import annotations

from collections import Counter

from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.outline import above
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """Who answers for a row before or after it under the same summary, for a summary above, or for most of the plan."""
    schedule = working.before
    rows = schedule.activities
    at = rows.index(row)
    beside = [each for each in (*reversed(rows[:at]), *rows[at + 1 :]) if each.parent == row.parent]
    summaries = [schedule.activity_by_uid[uid] for uid in above(schedule.activity_by_uid, row.uid)]
    often = [name for name, _ in Counter(each.responsible for each in rows if each.responsible.strip()).most_common(3)]
    names = [each.responsible for each in (*beside, *summaries) if each.responsible.strip()]
    owner = working.assignments_of(row.uid)
    working_on_it = [each.name for each in working.resources if any(one.resource == each.uid for one in owner)]
    return [
        Mend(f"Let {name} answer for it", name, (setting(row.uid, "owner", _with(name, working_on_it)),))
        for name in dict.fromkeys((*working_on_it, *names, *often))
        if not set(name) & set(";,[")
    ]


def _with(name: str, others: list[str]) -> str:
    return "; ".join(dict.fromkeys((name, *others)))
