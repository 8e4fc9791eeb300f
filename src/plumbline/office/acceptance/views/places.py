"""The project of a page, and what every page of it needs."""

from __future__ import annotations

from typing import Any

from plumbline.office.foundation.access import may
from plumbline.office.people.access import OrganisationRequest, require
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project


def project_of(request: OrganisationRequest, project_id: int) -> Project:
    """404 for one of another organisation."""
    return projects.project(request.organisation, project_id)


def project_to_edit(request: OrganisationRequest, project_id: int) -> Project:
    found = project_of(request, project_id)
    require(request, "edit_acceptance")
    require(request, "edit_project", found)
    return found


def about(request: OrganisationRequest, project: Project, **more: Any) -> dict[str, Any]:
    """The context of a page of the tab."""
    edits = may(request.membership, "edit_acceptance") and may(request.membership, "edit_project", project)
    return {"project": project, "tab": "acceptance", "may_edit": edits and not project.archived_at, **more}
