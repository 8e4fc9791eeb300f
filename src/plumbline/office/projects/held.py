"""The project that something is written in: held while it changes, its lines counted, and marked for its assessors."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet

from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project


def held(project: Project) -> Project:
    """Inside an action: as it is now. Of two who act at once, the second waits."""
    return Project.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=project.pk)


def locked(project: Project) -> Project:
    """Held, for what only a running project takes. Raises ``ValidationError`` for an archived one."""
    found = held(project)
    if found.archived_at:
        raise ValidationError("The project is archived. Take it out of the archive first.")
    return found


def mark(project: Project) -> None:
    """Its evidence has changed."""
    Project.objects.filter(pk=project.pk).update(facts_changed_at=now())


def next_number(rows: QuerySet[Any], most: int) -> int:
    """The number of the next row. Raises ``ValidationError`` where there are more than anybody reads."""
    last = rows.aggregate(last=Max("number"))["last"] or 0
    if last >= most:
        raise ValidationError(f"There are {most:,} already, which is the most.")
    return int(last) + 1
