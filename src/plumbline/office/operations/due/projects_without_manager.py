"""Projects that nobody manages."""

from __future__ import annotations

from datetime import date

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

TITLE = "Projects without a manager"
EMPTY = "Every project has a manager."
ORDER = 200


def found(organisation: Organisation, day: date, most: int) -> Found:
    alone = Project.objects.filter(organisation=organisation, archived_at=None, manager=None)
    with_place = alone.select_related("portfolio", "programme").order_by("created_at", "code")
    return first_of(with_place, most, lambda each: row(organisation, each))


def row(organisation: Organisation, project: Project) -> DueRow:
    return DueRow(
        what=str(project),
        url=address("portfolio:project", organisation, project.pk),
        deed="Who could lead it",
        deed_url=address("leading:assign", organisation, project.pk),
        on=project.created_at.date(),
        detail=str(project.programme or project.portfolio),
    )
