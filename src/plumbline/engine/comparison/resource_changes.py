"""Resources that came, went or changed, and what they do where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from plumbline.engine.comparison.kinds import ChangeKind, How, Thing
from plumbline.engine.comparison.records import Change
from plumbline.engine.schedule import Assignment, Resource, Schedule, Uid

Place = tuple[Uid, Uid | None]


def resource_changes(before: Schedule, after: Schedule) -> Iterator[Change]:
    """Resources first, then assignments. Several assignments of one resource to one activity count as their sum."""
    were, are = ({each.uid: each for each in plan.resources} for plan in (before, after))
    for uid, now in are.items():
        if uid not in were:
            yield _resource(How.ADDED, now)
        else:
            for field in (each.name for each in fields(Resource)):
                if (values := (getattr(were[uid], field), getattr(now, field)))[0] != values[1]:
                    yield _resource(How.CHANGED, now, field, *values)
    yield from (_resource(How.REMOVED, was) for uid, was in were.items() if uid not in are)
    yield from _assignment_changes(before, after)


def _assignment_changes(before: Schedule, after: Schedule) -> Iterator[Change]:
    were, are = _by_place(before), _by_place(after)
    for place, now in are.items():
        if place not in were:
            yield _assignment(after, How.ADDED, place)
        else:
            for field in (each.name for each in fields(Assignment)):
                if (values := (getattr(were[place], field), getattr(now, field)))[0] != values[1]:
                    yield _assignment(after, How.CHANGED, place, field, *values)
    yield from (_assignment(before, How.REMOVED, place) for place in were if place not in are)


def _by_place(schedule: Schedule) -> dict[Place, Assignment]:
    places: dict[Place, Assignment] = {}
    for each in schedule.assignments:
        place = (each.activity, each.resource)
        first = places.get(place)
        places[place] = each if first is None else _sum(first, each)
    return places


def _sum(one: Assignment, other: Assignment) -> Assignment:
    units = None if one.units is None and other.units is None else (one.units or 0.0) + (other.units or 0.0)
    return replace(one, work=one.work + other.work, cost=one.cost + other.cost, units=units)


def _resource(
    how: How, resource: Resource, field: str = "resource", before: object = None, after: object = None
) -> Change:
    return Change(
        kind=ChangeKind.RESOURCES,
        how=how,
        thing=Thing.RESOURCE,
        uid=resource.uid,
        name=resource.name,
        field=field,
        before=before,
        after=after,
    )


def _assignment(
    schedule: Schedule, how: How, place: Place, field: str = "assignment", before: object = None, after: object = None
) -> Change:
    activity = schedule.activity_by_uid.get(place[0])
    resource = next((each.name for each in schedule.resources if each.uid == place[1]), "")
    return Change(
        kind=ChangeKind.RESOURCES,
        how=how,
        thing=Thing.ASSIGNMENT,
        uid=place[0],
        id=activity.id if activity else "",
        name=resource or "nobody in particular",
        field=field,
        before=before,
        after=after,
    )
