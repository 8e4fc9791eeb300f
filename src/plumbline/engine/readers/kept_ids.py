"""Ids that Microsoft Project has no place for, kept in two of its text fields: docs/decisions/0037."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Activity, Schedule, Uid


@dataclass(frozen=True, slots=True)
class KeptField:
    """``number`` in Project XML, ``name`` in Project. By the title it is known as ours: anybody may use the field."""

    number: str
    name: str
    title: str


UNIQUE_ID = KeptField("188744015", "Text29", "Plumbline unique id")
ACTIVITY_ID = KeptField("188744016", "Text30", "Plumbline activity id")


def with_kept_ids(
    schedule: Schedule, unique: Mapping[Uid, str], visible: Mapping[Uid, str], problems: Problems
) -> Schedule:
    """The plan with the ids it had before Project; ``unique`` and ``visible`` are by the unique id in the file.

    A task that was copied in Project has the ids of the other too: the first of both keeps them.
    """
    if not unique and not visible:
        return schedule
    own_unique, own_visible = (_first_of_each(ids, schedule.activities) for ids in (unique, visible))
    copies = (unique.keys() - own_unique.keys()) | (visible.keys() - own_visible.keys())
    for each in schedule.activities:
        if each.uid in copies:
            problems.add(
                "ids of copied tasks",
                "It has the id of another task, of which it is a copy; its own number was taken.",
                f"task {each.id} '{each.name}'",
            )

    def known(uid: Uid) -> Uid:
        return own_unique.get(uid, uid)

    return replace(
        schedule,
        activities=tuple(
            replace(
                each,
                uid=known(each.uid),
                id=own_visible.get(each.uid, each.id),
                parent=None if each.parent is None else known(each.parent),
            )
            for each in schedule.activities
        ),
        links=tuple(
            replace(each, predecessor=known(each.predecessor), successor=known(each.successor))
            for each in schedule.links
        ),
        assignments=tuple(replace(each, activity=known(each.activity)) for each in schedule.assignments),
    )


def _first_of_each(ids: Mapping[Uid, str], activities: tuple[Activity, ...]) -> dict[Uid, str]:
    first = {ids[each.uid]: each.uid for each in reversed(activities) if each.uid in ids}
    return {uid: id for id, uid in first.items()}
