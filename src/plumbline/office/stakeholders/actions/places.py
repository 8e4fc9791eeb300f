"""How many lines a register of stakeholders has, and who may look after one of them."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission
from plumbline.office.projects.models import Project

MOST_LINES = 500


def refuse_stranger(project: Project, person: Person | None) -> None:
    """An owner is somebody who may read what they look after."""
    if person is not None and not has_permission(project.organisation, person, "see_stakeholders"):
        raise ValidationError(
            {"owner": "They do not see stakeholders here. Choose somebody of the office or a manager."}
        )
