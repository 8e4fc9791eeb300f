"""The project that something is written in: locked, running, and marked for those who assess it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission
from plumbline.office.projects.models import Project

MOST_LINES = 500


def locked(project: Project) -> Project:
    """Inside an action. Raises ``ValidationError`` for an archived one."""
    held = Project.objects.select_for_update().select_related("organisation").get(pk=project.pk)
    if held.archived_at:
        raise ValidationError("The project is archived. Take it out of the archive first.")
    return held


def mark(project: Project) -> None:
    """Its evidence has changed."""
    Project.objects.filter(pk=project.pk).update(facts_changed_at=now())


def next_number(lines: QuerySet[Any]) -> int:
    """Raises ``ValidationError`` where a project has more lines than anybody reads."""
    last = lines.aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_LINES:
        raise ValidationError(f"There are {MOST_LINES} lines already, which is the most for one project.")
    return int(last) + 1


def refuse_stranger(project: Project, person: Person | None) -> None:
    """An owner is somebody who may read what they look after."""
    if person is not None and not has_permission(project.organisation, person, "see_stakeholders"):
        raise ValidationError(
            {"owner": "They do not see stakeholders here. Choose somebody of the office or a manager."}
        )
