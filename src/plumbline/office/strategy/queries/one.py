"""One objective, with what its page tells."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from plumbline.office.people.models import Organisation
from plumbline.office.strategy.models import Alignment, Measurement, Objective
from plumbline.office.strategy.queries.alignment import alignments_of
from plumbline.office.strategy.queries.health import Health, health_by_objective
from plumbline.office.strategy.queries.measures import courses_of
from plumbline.office.strategy.queries.tree import Node, outline

MOST_MEASUREMENTS = 12


@dataclass(frozen=True, slots=True)
class ObjectivePage:
    """``above`` from the root down; ``below`` what lies directly below."""

    node: Node
    above: list[Objective]
    below: list[Node]
    alignments: list[Alignment]

    @property
    def latest(self) -> list[Measurement]:
        return self.node.course.measurements[: -MOST_MEASUREMENTS - 1 : -1]


def objective_in(organisation: Organisation, objective_id: int) -> Objective:
    """404 for one of another organisation."""
    found = Objective.objects.filter(organisation=organisation, pk=objective_id).select_related("owner").first()
    if found is None:
        raise Http404
    return found


def alignment_in(organisation: Organisation, alignment_id: int) -> Alignment:
    """404 for one of another organisation."""
    found = (
        Alignment.objects.filter(objective__organisation=organisation, pk=alignment_id)
        .select_related("objective__organisation", "project", "programme")
        .first()
    )
    if found is None:
        raise Http404
    return found


def objective_page(objective: Objective) -> ObjectivePage:
    placed = {each.pk: each for each, _ in outline(objective.organisation)}
    below = [each for each in placed.values() if each.parent_id == objective.pk]
    health, courses = health_by_objective(objective.organisation), courses_of([objective, *below])
    above: list[Objective] = []
    current = objective
    while current.parent_id in placed:
        current = placed[current.parent_id]
        above.insert(0, current)
    nodes = [Node(each, 0, health[each.pk], courses[each.pk]) for each in below]
    own = Node(objective, 0, health.get(objective.pk, Health()), courses[objective.pk])
    return ObjectivePage(own, above, nodes, alignments_of(objective))
