"""Links for a row whose start nothing drives, or whose finish drives nothing."""

from __future__ import annotations

from itertools import zip_longest

from plumbline.engine.comparison.wording import named
from plumbline.engine.editing.mend import Mend, Step, linking
from plumbline.engine.editing.neighbours import MOST, after, before
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, LinkKind, Uid


def open_end_mends(working: Working, row: Activity, *, start: bool, finish: bool) -> list[Mend]:
    """Up to three, each for all of the ends that are open."""
    earlier = before(working, row) if start else []
    later = after(working, row) if finish else []
    if (start and not earlier) or (finish and not later):
        return []
    found = []
    for one, other in list(zip_longest(earlier, later))[:MOST]:
        first, last = (one or earlier[-1]) if start else None, (other or later[-1]) if finish else None
        steps: list[Step] = [linking(first.uid, row.uid)] if first else []
        steps += [linking(row.uid, last.uid)] if last else []
        choice = "-".join(str(each.uid) for each in (first, last) if each)
        found.append(Mend(_title(first, last), choice, tuple(steps)))
    return found


def _title(first: Activity | None, last: Activity | None) -> str:
    if first and last:
        return f"Link it between {named(first)} and {named(last)}"
    return f"Let it follow {named(first)}" if first else f"Link it to {named(last)}" if last else ""


def has_driver(working: Working, row: Activity) -> bool:
    """Whether a link drives its start; of a milestone, start and finish are the same."""
    into = (LinkKind.FINISH_START, LinkKind.START_START)
    return any(
        each.kind in into or row.is_milestone
        for each in working.links_to(row.uid)
        if _counts(working, each.predecessor)
    )


def drives_on(working: Working, row: Activity) -> bool:
    """Whether its finish drives anything."""
    from_finish = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
    return any(
        each.kind in from_finish or row.is_milestone
        for each in working.links_from(row.uid)
        if _counts(working, each.successor)
    )


def is_led_to(working: Working, row: Activity) -> bool:
    """Whether any link leads to it."""
    return any(_counts(working, each.predecessor) for each in working.links_to(row.uid))


def leads_on(working: Working, row: Activity) -> bool:
    """Whether any link leads on from it."""
    return any(_counts(working, each.successor) for each in working.links_from(row.uid))


def _counts(working: Working, uid: Uid) -> bool:
    other = working.before.activity_by_uid[uid]
    return other.active and not other.is_level_of_effort
