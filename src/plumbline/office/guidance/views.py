"""What the standard says here: in general, or as it holds for a project."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plumbline.office.guidance import queries
from plumbline.office.guidance.catalogue import places
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

LONGEST_ABOUT = 80


@require_safe
@organisation_page("see_standards")
def here(request: OrganisationRequest, place: str) -> HttpResponse:
    return _said(request, place, None)


@require_safe
@organisation_page("see_projects")
def in_project(request: OrganisationRequest, project_id: int, place: str) -> HttpResponse:
    return _said(request, place, projects.project(request.organisation, project_id))


def _said(request: OrganisationRequest, name: str, project: Project | None) -> HttpResponse:
    place = places().get(name)
    if place is None:
        raise Http404
    about = request.GET.get("about", "")[:LONGEST_ABOUT]
    said = queries.said_here(request.membership, place, project, about)
    return render(request, "guidance/here.html", {"place": place, "project": project, "said": said})
