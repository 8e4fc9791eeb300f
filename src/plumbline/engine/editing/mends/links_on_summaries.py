"""Links on a summary: draw them where the work is."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.comparison.wording import named
from plumbline.engine.editing.mend import Mend, Step, linking, unlinking
from plumbline.engine.editing.outline import above
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Link, Uid
from plumbline.engine.writers.table.amounts import lag


def mends(working: Working, row: Activity) -> list[Mend]:
    """From its last row, to its first one."""
    into, out_of = working.links_to(row.uid), working.links_from(row.uid)
    below = [
        each
        for each in working.before.activities
        if row.uid in above(working.before.activity_by_uid, each.uid)
        and not (each.is_summary or each.is_level_of_effort)
    ]
    if not row.is_summary or not (into or out_of):
        return []
    gone = tuple(map(unlinking, (*into, *out_of)))
    found = []
    if below:
        first = min(below, key=lambda each: working.dates(each.uid).early_start or datetime.max)
        last = max(below, key=lambda each: working.dates(each.uid).early_finish or datetime.min)
        moved = [_moved(each, each.predecessor, first.uid) for each in into]
        moved += [_moved(each, last.uid, each.successor) for each in out_of]
        ends = [named(each) for each, links in ((first, into), (last, out_of)) if links]
        found.append(Mend(f"Move to {' and '.join(dict.fromkeys(ends))}", "ends", (*gone, *moved)))
    return [*found, Mend("Take the links out", "none", gone)]


def _moved(link: Link, predecessor: Uid, successor: Uid) -> Step:
    amount = lag(link.lag, link.elapsed)
    return linking(predecessor, successor, link.kind, amount)
