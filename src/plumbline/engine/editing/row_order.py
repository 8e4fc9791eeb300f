"""Links, assignments and resources in the order of the rows, where a plan keeps them so, as a table does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from plumbline.engine.schedule import Activity, Assignment, Link, Resource, Schedule, Uid

T = TypeVar("T")


def with_parts(
    schedule: Schedule,
    activities: tuple[Activity, ...],
    links: tuple[Link, ...],
    assignments: tuple[Assignment, ...],
    resources: tuple[Resource, ...],
) -> Schedule:
    """The plan with these parts. What stood in the order of the rows does so again; any other order is left alone.

    A resource that is nothing but a name goes when nobody names it any more, as it would not be in a table.
    """
    was = _places(schedule.activities)
    now = was if activities is schedule.activities else _places(activities)
    if (links is not schedule.links or now is not was) and _is_in_order(schedule.links, was, _successor):
        links = _ordered(links, now, _successor)
    if (assignments is not schedule.assignments or now is not was) and _is_in_order(
        schedule.assignments, was, _activity
    ):
        assignments = _ordered(assignments, now, _activity)
    if assignments is not schedule.assignments or resources is not schedule.resources:
        resources = _fitting(schedule, resources, assignments)
    return replace(schedule, activities=activities, links=links, assignments=assignments, resources=resources)


def links_by_row(schedule: Schedule) -> bool:
    """Whether the links stand in the order of the rows they lead to."""
    return _is_in_order(schedule.links, _places(schedule.activities), _successor)


def work_by_row(schedule: Schedule) -> bool:
    """Whether the assignments stand in the order of the rows they are for."""
    return _is_in_order(schedule.assignments, _places(schedule.activities), _activity)


def is_only_a_name(resource: Resource) -> bool:
    return resource == Resource(resource.name, resource.name)


def _fitting(
    before: Schedule, resources: tuple[Resource, ...], assignments: tuple[Assignment, ...]
) -> tuple[Resource, ...]:
    named = _named(assignments)
    if tuple(each.uid for each in before.resources) == tuple(_named(before.assignments)):
        place = {uid: number for number, uid in enumerate(named)}
        resources = tuple(sorted(resources, key=lambda each: place.get(each.uid, len(place))))
    named_before = _named(before.assignments)
    return tuple(
        each
        for each in resources
        if each.uid in named or not is_only_a_name(each) or (each in before.resources and each.uid not in named_before)
    )


def _named(assignments: Iterable[Assignment]) -> dict[Uid, None]:
    return dict.fromkeys(each.resource for each in assignments if each.resource is not None)


def _places(activities: Iterable[Activity]) -> dict[Uid, int]:
    return {each.uid: number for number, each in enumerate(activities)}


def _successor(link: Link) -> Uid:
    return link.successor


def _activity(assignment: Assignment) -> Uid:
    return assignment.activity


def _is_in_order(parts: Sequence[T], places: dict[Uid, int], row: Callable[[T], Uid]) -> bool:
    last = -1
    for each in parts:
        place = places.get(row(each), -1)
        if place < last:
            return False
        last = place
    return True


def _ordered(parts: tuple[T, ...], places: dict[Uid, int], row: Callable[[T], Uid]) -> tuple[T, ...]:
    return tuple(sorted(parts, key=lambda each: places[row(each)]))
