"""What the browser is told: the whole grid, or what one edit changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plumbline.engine.editing import patch_between
from plumbline.engine.editing.consequences import consequences
from plumbline.office.planning.done import Done
from plumbline.office.planning.grid.beside import beside_of
from plumbline.office.planning.grid.head import head_of, people_of, steps_at
from plumbline.office.planning.grid.rows import Beside, Grid, Row, grid_of
from plumbline.office.planning.kept import KeptPlan, plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.refusals import Conflict

Answer = dict[str, Any]


def whole(draft: PlanDraft) -> Answer:
    plan = plan_of(draft)
    rows = rows_in(plan, beside_of(draft))
    head = head_of(draft, plan, people_of(draft), steps_at(draft, draft.revision))
    return {"revision": draft.revision, "head": head, "order": list(rows), "rows": list(rows.values())}


def changed(done: Done) -> Answer:
    """Rows that differ in anything they show; ``order`` only where it is another one."""
    draft = done.draft
    before, after = plan_of(draft, done.before), plan_of(draft, done.after)
    touched = patch_between(before.schedule, after.schedule).touched
    moved = consequences(before.schedule, after.schedule, before.calculation, after.calculation, touched)
    beside = beside_of(draft)
    was = rows_in(before, beside)
    now = rows_in(after, beside, earlier=before)
    before.derived.pop(Grid, None)  # what undoing needs of it, the rows of the plan after it give back
    order = list(now)
    return {
        "revision": done.after,
        "head": head_of(draft, after, people_of(draft), steps_at(draft, done.after)),
        "order": None if order == list(was) else order,
        "rows": [row for uid, row in now.items() if was.get(uid) is not row and was.get(uid) != row],
        "removed": [uid for uid in was if uid not in now],
        "consequence": moved.sentence,
        "words": done.words,
    }


def conflicting(draft: PlanDraft, refused: Conflict) -> Answer:
    """``theirs``: the rows as they are now. ``mine``: the first of them as the refused edit would have left it."""
    draft.refresh_from_db(fields=["revision", "undo_top", "redo_top"])
    beside = beside_of(draft)
    rows = rows_in(plan_of(draft), beside)
    typed = rows_in(refused.mine, beside) if refused.mine else {}
    mine = next((typed[each] for each in refused.rows if each in typed), None)
    theirs = [rows[each] for each in refused.rows if each in rows]
    return {"message": str(refused), "revision": draft.revision, "mine": mine, "theirs": theirs}


def rows_in(plan: KeptPlan, beside: Beside, earlier: KeptPlan | None = None) -> Mapping[str, Row]:
    """Kept with the plan, for as long as what stands beside it is the same."""
    found = _grid_in(plan, beside)
    if found is None:
        found = grid_of(plan, beside, _grid_in(earlier, beside) if earlier else None)
        plan.derived[Grid] = (beside, found)
    return found.rows


def _grid_in(plan: KeptPlan, beside: Beside) -> Grid | None:
    kept = plan.derived.get(Grid)
    return kept[1] if isinstance(kept, tuple) and kept[0] == beside else None
