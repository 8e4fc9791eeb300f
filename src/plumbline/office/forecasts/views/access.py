"""Whose project it is, and who may write."""

from __future__ import annotations

from typing import Any

from plumbline.office.foundation.access import may
from plumbline.office.people.access import OrganisationRequest, require
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

SEE = "see_forecasts"


def project_of(request: OrganisationRequest, project_id: int) -> Project:
    """Of a request that writes only where the person may edit the project."""
    project = projects.project(request.organisation, project_id)
    if request.method == "POST":
        require(request, "edit_project", project)
    return project


def project_to_edit(request: OrganisationRequest, project_id: int) -> Project:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    return project


def about(request: OrganisationRequest, project: Project, tab: str, **more: Any) -> dict[str, Any]:
    edits = may(request.membership, "edit_project", project) and not project.archived_at
    return {"project": project, "tab": tab, "may_edit": edits, **more}
