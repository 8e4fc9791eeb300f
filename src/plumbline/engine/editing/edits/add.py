"""New rows, empty or named."""

from __future__ import annotations

from collections.abc import Sequence

from plumbline.engine.editing.arguments import MOST_ROWS, Arguments
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.outline import A_DAY, with_activities, with_all_below
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.uids import next_uids
from plumbline.engine.schedule import Activity, Schedule, Uid

NAME = "add"


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``after``: the row that the new ones follow, on its level, below what is under it; at the end where it is empty.

    ``under``: the summary they come under, as its last rows; it counts more than ``after``. ``names``: one row a line;
    one row without a name where it is empty. Each takes a day.
    """
    after, under = arguments.activity("after"), arguments.activity("under")
    names = [each.strip() for each in arguments.text("names", 100_000).splitlines() if each.strip()] or [""]
    if len(names) > MOST_ROWS:
        raise CannotEdit(f"More than {MOST_ROWS:,} rows at once cannot be added.", field="names")
    named = list(zip(next_uids(schedule, len(names)), names, strict=True))
    after_all = with_rows(schedule, named, after, under)
    first = after_all.activity_by_uid[named[0][0]]
    words = f"Add {first.id} {first.name}".rstrip() if len(names) == 1 else f"Add {len(names):,} rows"
    return Edited(after_all, words)


def with_rows(
    schedule: Schedule, named: Sequence[tuple[Uid, str]], after: Activity | None, under: Activity | None
) -> Schedule:
    """The plan with a row for each uid and name."""
    parent = under.uid if under else after.parent if after else None
    rows = [
        Activity(uid=uid, id=str(uid), name=name[:1_000], parent=parent, duration=A_DAY, remaining=A_DAY)
        for uid, name in named
    ]
    before = schedule.activities
    last = under or after
    at = len(before)
    if last is not None:
        below = with_all_below(schedule, [last])
        at = max(position for position, each in enumerate(before) if each.uid in below) + 1
    return with_activities(schedule, [*before[:at], *rows, *before[at:]])
