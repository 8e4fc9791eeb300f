"""Work that begins before what it waits for has finished."""

from __future__ import annotations

from plumbline.engine.editing.link_mends import links_into, without_lag
from plumbline.engine.editing.mend import Mend, Step, linking, unlinking
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, LinkKind


def mends(working: Working, row: Activity) -> list[Mend]:
    """Let it wait; or let it begin with the other, which says what is meant, where its finish was waited for."""
    leads = links_into(working, row, lambda each: each.lag < 0)
    if not leads:
        return []
    steps: list[Step] = []
    for each in leads:
        from_finish = each.kind is LinkKind.FINISH_START
        steps += [
            unlinking(each),
            linking(each.predecessor, row.uid, LinkKind.START_START if from_finish else each.kind),
        ]
    names = ", ".join(working.label(each.predecessor) for each in leads[:3])
    found = [Mend(f"Take the lead out: wait for {names}", "wait", without_lag(leads))]
    if any(each.kind is LinkKind.FINISH_START for each in leads):
        found.append(Mend(f"Let it begin together with {names}", "together", tuple(steps)))
    return found
