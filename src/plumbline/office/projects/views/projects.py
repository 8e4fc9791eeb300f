"""The list of projects, and what a project is described by."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import actions, queries
from plumbline.office.projects.forms import NewProjectForm, ProjectFilterForm, ProjectForm

PROJECTS_PER_PAGE = 50


@require_safe
@organisation_page("see_projects")
def projects(request: OrganisationRequest) -> HttpResponse:
    filters = queries.ProjectFilters.from_address(request.GET.dict())
    found = queries.found_projects(request.organisation, filters)
    page = Paginator(found, PROJECTS_PER_PAGE).get_page(request.GET.get("page"))
    form = ProjectFilterForm(request.organisation, request.GET)
    context = {"form": form, "page": page, "filters": filters}
    return render_page(request, "projects/projects.html", context, partial="projects")


@organisation_page("edit_portfolio_tree")
def add(request: OrganisationRequest) -> HttpResponse:
    organisation = request.organisation
    form = NewProjectForm(organisation, request.POST or None)
    added = attempt(form, lambda: actions.start_project(organisation, by=request.user, **form.cleaned_data))
    if added:
        messages.success(request, f"{added} is added. Its first plan is next.")
        return redirect("imports:new", organisation.slug, added.pk)
    return render_page(request, "projects/add.html", {"form": form})


@organisation_page("see_projects")
def edit(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = queries.project(request.organisation, project_id)
    require(request, "edit_project", project)
    form = ProjectForm(request.organisation, request.POST or None, project=project)
    if attempt(form, lambda: actions.edit_project(project, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{project} is saved.")
        return redirect("portfolio:project", request.organisation.slug, project_id)
    project = queries.project(request.organisation, project_id)
    return render_page(request, "projects/edit.html", {"form": form, "project": project})
