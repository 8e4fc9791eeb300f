"""Projects, by code, name and purpose."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.projects.models import Project
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Projects", "gantt", 10
FOLLOWS = {
    "projects.project": "pk",
    "projects.programme": "programme",
    "projects.portfolio": "portfolio",
    "people.person": "manager",
}


def rows() -> QuerySet[Project]:
    return Project.objects.select_related("organisation", "programme", "portfolio", "manager")


def tell(project: Project) -> Iterator[Told]:
    yield Told(
        organisation_id=project.organisation_id,
        source_id=project.pk,
        reference=project.code,
        title=project.name,
        under=str(project.programme or project.portfolio),
        text=" · ".join(filter(None, [str(project.manager or ""), project.purpose])),
        path=address("portfolio:project", organisation=project.organisation.slug, project_id=project.pk),
        permission="see_projects",
        project_id=project.pk,
        closed=project.archived_at is not None,
    )
