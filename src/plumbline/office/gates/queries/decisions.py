"""What was decided about a project so far, and where that leaves it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Decision, Gate
from plumbline.office.gates.models import GateDecision
from plumbline.office.gates.position import Passage, Position, position
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


def decisions_of(project: Project) -> QuerySet[GateDecision]:
    """The oldest first, without their documents."""
    found = GateDecision.objects.filter(review__project=project).select_related("review", "decided_by")
    return found.defer("document").order_by("decided_at", "id")


def position_of(project: Project, standard: Standard) -> Position:
    decided = decisions_of(project).values_list("review__gate", "outcome")
    return position(standard, [Passage(gate, Decision(outcome)) for gate, outcome in decided])


def round_of(project: Project, gate: str) -> int:
    """A round ends with any decision but a hold."""
    return decisions_of(project).filter(review__gate=gate).exclude(outcome=Decision.HOLD).count() + 1


def decision(organisation: Organisation, decision_id: int) -> GateDecision:
    """404 for one of another organisation."""
    found = (
        GateDecision.objects.filter(review__project__organisation=organisation, pk=decision_id)
        .select_related("review__project__portfolio", "review__project__programme", "decided_by")
        .first()
    )
    if found is None:
        raise Http404
    return found


def gate_of(standard: Standard | None, name: str) -> Gate:
    """404 for one that the standard does not have."""
    if standard is None or name not in standard.gates:
        raise Http404
    return standard.gates[name]
