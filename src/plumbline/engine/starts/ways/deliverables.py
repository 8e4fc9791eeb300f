"""What is handed over, broken down: prepared, made, checked against its criteria, accepted."""

from __future__ import annotations

from plumbline.engine.schedule import Schedule
from plumbline.engine.starts.rows import Rows
from plumbline.engine.starts.start import Choice, Deliverable, Start, Way

_MOST = 400


def _plan(start: Start) -> Schedule:
    days = start.number("days", 10, _MOST)
    rows = Rows()
    begin = rows.start_milestone("Project starts")
    accepted = [_broken_down(rows, each, begin, days) for each in start.deliverables]
    rows.milestone("All accepted", after=accepted)
    return rows.plan(start.name, start.start)


def _broken_down(rows: Rows, each: Deliverable, begin: str, days: int) -> str:
    """Criteria are agreed on before the work begins; checking takes a day for every five of them, one at the least."""
    summary = rows.summary(f"{each.reference} {each.name}")
    agreed = rows.milestone(f"Criteria of {each.reference} agreed", summary, [begin])
    made = rows.work(f"Make {each.name}", days, summary, [agreed])
    count = f"its {each.criteria} criteria" if each.criteria > 1 else "its criteria"
    checked = rows.work(f"Check {each.name} against {count}", max(1, -(-each.criteria // 5)), summary, [made])
    return rows.milestone(f"{each.reference} accepted", summary, [checked])


WAY = Way(
    title="Deliverables of this project",
    summary="A branch for each deliverable: criteria agreed, made, checked against its criteria, accepted.",
    plan=_plan,
    needs=("deliverables",),
    choices=(Choice(name="days", label="Working days to make one", example="10"),),
    order=30,
)
