"""Work that is later than a promised date allows: say when it can be."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.comparison.wording import named
from plumbline.engine.editing.mend import Mend, setting
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """Deadlines that cannot be kept move to where the work ends. A date that is held hard has mends of its own."""
    late = [(each, finish) for each in working.before.activities if (finish := _too_late(working, each))]
    if not late or any(one.kind.is_hard for each in working.before.activities for one in each.constraints):
        return []
    steps = tuple(setting(each.uid, "deadline", moment_text(finish, DAY_FINISH)) for each, finish in late)
    title = f"Move {len(late)} deadlines to where the work ends"
    if len(late) == 1:
        title = f"Move the deadline of {named(late[0][0])} to {late[0][1]:%Y-%m-%d}"
    return [Mend(title, "deadlines", steps)]


def _too_late(working: Working, each: Activity) -> datetime | None:
    finish = working.dates(each.uid).early_finish
    if each.is_summary or each.deadline is None or finish is None or each.is_complete:
        return None
    return finish if finish > each.deadline else None
