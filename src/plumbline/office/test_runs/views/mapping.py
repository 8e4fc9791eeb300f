"""Which tests are for which criterion, and the map that says so."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.test_runs import actions, queries
from plumbline.office.test_runs.exports import map_lines
from plumbline.office.test_runs.forms import MapFileForm, RuleForm


@organisation_page("see_projects")
def tests_map(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    form = RuleForm(project, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(request, "edit_project", project)
        if rule := attempt(form, lambda: actions.add_map_rule(project, by=request.user, **form.cleaned_data)):
            messages.success(request, f"Tests named {rule.pattern} are for {rule.criterion.reference}.")
            return redirect("test_runs:map", request.organisation.slug, project.pk)
    return _page(request, project, form, MapFileForm())


@require_safe
@organisation_page("see_projects")
def map_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    return table_file(f"{project.code} tests of criteria", extension, map_lines(queries.map_page(project)), 1)


@organisation_page("see_projects")
@require_POST
def take_map(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = _own(request, project_id)
    form = MapFileForm(request.POST, request.FILES)
    lines = attempt(form, lambda: actions.take_map(project, form.cleaned_data["map"].read(), by=request.user))
    if lines is None:
        return _page(request, project, RuleForm(project), form)
    messages.success(request, f"{lines} line{'' if lines == 1 else 's'} of the file are new in the map.")
    return redirect("test_runs:map", request.organisation.slug, project.pk)


@organisation_page("see_projects")
@require_POST
def match(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = _own(request, project_id)
    if request.POST.get("deed") == "match":
        actions.match_again(project, by=request.user)
        messages.success(request, "Tests and criteria are matched as they are now.")
    return redirect("test_runs:map", request.organisation.slug, project.pk)


@organisation_page("see_projects")
@require_POST
def drop_rule(request: OrganisationRequest, project_id: int, map_rule_id: int) -> HttpResponse:
    project = _own(request, project_id)
    rule = queries.map_rule(project, map_rule_id)
    if request.POST.get("deed") == "drop":
        actions.drop_map_rule(rule, by=request.user)
        messages.success(request, f"Tests named {rule.pattern} are no longer for {rule.criterion.reference}.")
    return redirect("test_runs:map", request.organisation.slug, project.pk)


def _own(request: OrganisationRequest, project_id: int) -> Project:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    return project


def _page(request: OrganisationRequest, project: Project, form: RuleForm, file: MapFileForm) -> HttpResponse:
    context = {
        "project": project,
        "tab": "test runs",
        "page": queries.map_page(project),
        "form": form,
        "file": file,
        "may_edit": may(request.membership, "edit_project", project) and not project.archived_at,
    }
    return render_page(request, "test_runs/map.html", context)
