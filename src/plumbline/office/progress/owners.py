"""Who answers for an activity by what its plan says, as text."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.engine.schedule import Activity, Schedule, Uid

WORK = "work"
MOST_OWNERS = 20


def key_of(name: str) -> str:
    """The same for one name however it is spaced and capitalised."""
    return " ".join(name.split()).casefold()


def owners_of(schedule: Schedule) -> dict[Uid, tuple[str, ...]]:
    """By activity without summaries: whoever is responsible, and the people and crews that are assigned to it.

    One that names neither has the owners of the nearest summary above that names somebody.
    """
    assigned = _assigned(schedule)
    said: dict[Uid, tuple[str, ...]] = {}
    for each in schedule.activities:
        named = _each_once([*each.responsible.split(";"), *assigned.get(each.uid, ())])
        said[each.uid] = named or (said.get(each.parent, ()) if each.parent is not None else ())
    return {each.uid: said[each.uid] for each in schedule.activities if _is_work(each)}


def _is_work(activity: Activity) -> bool:
    return activity.active and not (activity.is_summary or activity.is_level_of_effort or activity.external)


def _assigned(schedule: Schedule) -> dict[Uid, list[str]]:
    names = {each.uid: each.name for each in schedule.resources if each.kind == WORK}
    found: dict[Uid, list[str]] = {}
    for each in schedule.assignments:
        if each.resource is not None and each.resource in names:
            found.setdefault(each.activity, []).append(names[each.resource])
    return found


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for each in names:
        name = " ".join(each.split())[:250]
        if name:
            found.setdefault(key_of(name), name)
    return tuple(found.values())[:MOST_OWNERS]
