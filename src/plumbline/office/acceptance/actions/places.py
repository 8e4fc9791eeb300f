"""Where something is written: a deliverable and a criterion that go on, held with their project."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.acceptance.models import Criterion, Deliverable, Requirement
from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project

MOST_DELIVERABLES = 500
MOST_CRITERIA = 2_000


def locked_deliverable(deliverable: Deliverable) -> Deliverable:
    """With its project. Raises ``ValidationError`` for one that was dropped."""
    project = locked(deliverable.project)
    held = Deliverable.objects.get(pk=deliverable.pk)
    held.project = project
    if held.dropped_at:
        raise ValidationError("This deliverable was dropped. Nothing can be written at it any more.")
    return held


def locked_criterion(criterion: Criterion) -> Criterion:
    """With its project and deliverable. Raises ``ValidationError`` for one that was withdrawn."""
    project = locked(criterion.project)
    held = Criterion.objects.select_related("deliverable", "requirement").get(pk=criterion.pk)
    held.project = project
    if held.withdrawn_at or held.deliverable.dropped_at:
        raise ValidationError("This criterion was withdrawn. Nothing can be written at it any more.")
    return held


def refuse_other(deliverable: Deliverable, requirement: Requirement | None) -> None:
    if requirement is not None and (requirement.deliverable_id != deliverable.pk or requirement.dropped_at):
        raise ValidationError({"requirement": "Choose a requirement of the same deliverable."})


def refuse_stranger(project: Project, person: Person | None) -> None:
    """An owner is somebody who may read what they answer for."""
    if person is not None and not has_permission(project.organisation, person, "see_acceptance"):
        raise ValidationError({"owner": f"{person} does not see acceptance criteria in {project.organisation}."})


def reason_given(because: str) -> str:
    if not because.strip():
        raise ValidationError({"because": "Say why, in a few words."})
    return because.strip()
