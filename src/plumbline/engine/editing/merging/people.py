"""The people and things that both sides name."""

from __future__ import annotations

from plumbline.engine.editing.merging.parts import as_they_were
from plumbline.engine.editing.row_order import is_only_a_name
from plumbline.engine.schedule import Assignment, Resource, Schedule, Uid


def merged_resources(
    base: Schedule, mine: Schedule, theirs: Schedule, assignments: tuple[Assignment, ...]
) -> tuple[Resource, ...]:
    """As the side has them that changed them, mine where both did. In the order of the rows where all had them so."""
    was, ours, yours = ({each.uid: each for each in side.resources} for side in (base, mine, theirs))
    named = dict.fromkeys(each.resource for each in assignments if each.resource is not None)
    found: dict[Uid, Resource] = {}
    for uid in dict.fromkeys([*was, *sorted({*ours, *yours} - set(was), key=str)]):
        versions = was.get(uid), ours.get(uid), yours.get(uid)
        one = versions[2] if versions[1] == versions[0] else versions[1]
        any_one = ours.get(uid) or yours.get(uid) or was.get(uid)
        if uid in named and one is None:
            one = any_one
        if one is not None and (
            uid in named or not is_only_a_name(one) or not _is_named_in_each(uid, base, mine, theirs)
        ):
            found[uid] = one
    if all(_follows_the_rows(each) for each in (base, mine, theirs)):
        return tuple(found[uid] for uid in [*named, *(each for each in found if each not in named)] if uid in found)
    return as_they_were(found.values(), base.resources, mine.resources, theirs.resources)


def _is_named_in_each(uid: Uid, *sides: Schedule) -> bool:
    """Where it is there at all, somebody's name stands at some row: gone from all rows, it goes itself."""
    return all(
        any(each.resource == uid for each in side.assignments)
        for side in sides
        if any(each.uid == uid for each in side.resources)
    )


def _follows_the_rows(schedule: Schedule) -> bool:
    named = dict.fromkeys(each.resource for each in schedule.assignments if each.resource is not None)
    return [each.uid for each in schedule.resources] == list(named)
