"""The tree of objectives, in the order of an outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from plumbline.office.people.models import Organisation
from plumbline.office.strategy.models import Objective
from plumbline.office.strategy.queries.health import Health, health_by_objective
from plumbline.office.strategy.queries.measures import Course, courses_of


@dataclass(frozen=True, slots=True)
class Node:
    objective: Objective
    depth: int
    health: Health
    course: Course


def outline(organisation: Organisation) -> list[tuple[Objective, int]]:
    """Every objective that is not archived, with its depth from 0, each below what it belongs to."""
    children: dict[int | None, list[Objective]] = defaultdict(list)
    for each in Objective.objects.filter(organisation=organisation, archived_at=None).select_related("owner"):
        children[each.parent_id].append(each)

    def below(parent: int | None, depth: int) -> Iterator[tuple[Objective, int]]:
        for each in children[parent]:
            yield each, depth
            yield from below(each.pk, depth + 1)

    return list(below(None, 0))


def objectives_tree(organisation: Organisation) -> list[Node]:
    """A fixed number of queries, however many objectives and projects there are."""
    placed = outline(organisation)
    health, courses = health_by_objective(organisation), courses_of(each for each, _ in placed)
    return [Node(each, depth, health[each.pk], courses[each.pk]) for each, depth in placed]


def archived_objectives(organisation: Organisation) -> list[Objective]:
    return list(Objective.objects.filter(organisation=organisation).exclude(archived_at=None))
