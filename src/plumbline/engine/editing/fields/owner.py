"""Who does the work of a row; the first of them answers for it."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.working import Working
from plumbline.engine.readers.limits import shortened
from plumbline.engine.readers.table.owners import names_in
from plumbline.engine.schedule import Activity, Assignment, Resource, Uid

NAME, LABEL = "owner", "Owner"


def text(working: Working, activity: Activity) -> str:
    """Who answers for it, then whoever else works on it: “Ann; Bob”."""
    return _names(working, activity)


def write(working: Working, activity: Activity, text: str) -> None:
    """Who stays keeps work and cost; who comes takes over, in equal parts, those of who goes. Materials stay."""
    names = names_in(shortened(text))
    if text.strip() == _names(working, activity) and activity.responsible == (names[0] if names else ""):
        return
    people = _people(working)
    before = working.assignments_of(activity.uid)
    of_people = [each for each in before if each.resource in people or each.resource is None]
    stays = {people[each.resource]: each for each in of_people if each.resource in people}
    gone = [each for each in of_people if each.resource is None or people[each.resource] not in names]
    coming = [name for name in names if name not in stays]
    work, cost = sum(each.work for each in gone), sum(each.cost for each in gone)
    takers: list[Uid | None] = [_resource(working, name) for name in coming]
    if not takers and (work or cost):
        takers = [None]
    new = [Assignment(activity.uid, taker, round(work / len(takers)), cost / len(takers)) for taker in takers]
    named = dict(zip(coming, new, strict=False))
    others = [each for each in before if each not in of_people]
    nobody = new if takers == [None] else []
    working.put_assignments_of(activity.uid, (*(stays.get(name) or named[name] for name in names), *nobody, *others))
    working.put(replace(activity, responsible=names[0] if names else ""))


def _names(working: Working, activity: Activity) -> str:
    people = _people(working)
    names = [people[each.resource] for each in working.assignments_of(activity.uid) if each.resource in people]
    return "; ".join(dict.fromkeys(name for name in (activity.responsible, *names) if name))


def _people(working: Working) -> dict[Uid | None, str]:
    return {each.uid: each.name for each in working.resources if each.kind == "work"}


def _resource(working: Working, name: str) -> Uid:
    """The one that has this name, or a new one."""
    for each in working.resources:
        if each.kind == "work" and each.name == name:
            return each.uid
    taken = {each.uid for each in working.resources}
    uid = name
    while uid in taken:
        uid += "'"
    working.add_resource(Resource(uid, name))
    return uid
