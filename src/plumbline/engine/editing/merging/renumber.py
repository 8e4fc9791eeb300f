"""New rows of two sides that happen to have the same uid are two rows."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.uids import free_uids
from plumbline.engine.schedule import Schedule, Uid


def renumbered(base: Schedule, mine: Schedule, theirs: Schedule) -> tuple[Schedule, dict[Uid, Uid]]:
    """``mine`` with other uids for its new rows that ``theirs`` has others under, and which they were."""
    new: dict[Uid, Uid] = {}
    taken = {text for side in (base, mine, theirs) for each in side.activities for text in (str(each.uid), each.id)}
    free = free_uids(taken)
    for each in mine.activities:
        other = theirs.activity_by_uid.get(each.uid)
        if each.uid not in base.activity_by_uid and other is not None and other != each:
            new[each.uid] = next(free)
    if not new:
        return mine, new
    rows = tuple(
        replace(
            each,
            uid=new.get(each.uid, each.uid),
            id=str(new[each.uid]) if each.uid in new and each.id == str(each.uid) else each.id,
            parent=None if each.parent is None else new.get(each.parent, each.parent),
        )
        for each in mine.activities
    )
    links = tuple(
        replace(
            each,
            predecessor=new.get(each.predecessor, each.predecessor),
            successor=new.get(each.successor, each.successor),
        )
        for each in mine.links
    )
    work = tuple(replace(each, activity=new.get(each.activity, each.activity)) for each in mine.assignments)
    return replace(mine, activities=rows, links=links, assignments=work), new
