"""A plan: as a table, as bars in time, as a file."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import downloads, exports, queries
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.plan_forms import GanttForm, PlanTableForm


@require_safe
@organisation_page("see_projects")
def plan(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project, version = _asked_for(request, project_id)
    if version is None:
        return _no_plan(request, project)
    shown = queries.plan_page(project, version, request.GET.dict())
    form = PlanTableForm(project, version, request.GET)
    context = {"project": project, "tab": "plan", "plan": shown, "form": form}
    formats = downloads.formats(project, version)
    return render_page(request, "projects/plan.html", context | {"formats": formats})


@require_safe
@organisation_page("see_projects")
def gantt(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project, version = _asked_for(request, project_id)
    if version is None:
        return _no_plan(request, project)
    shown = queries.gantt_page(project, version, request.GET.dict())
    form = GanttForm(project, version, request.GET)
    context = {"project": project, "tab": "gantt", "gantt": shown, "plan": shown.plan, "form": form}
    return render_page(request, "projects/gantt.html", context)


@require_safe
@organisation_page("see_projects")
def plan_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project, version = _asked_for(request, project_id)
    if version is None:
        raise Http404
    lines = exports.plan_lines(*queries.lines_to_export(project, version, request.GET.dict()))
    return table_file(f"{project.code} plan version {version.number}", extension, lines, frozen_columns=3)


@require_safe
@organisation_page("see_projects")
def download(request: OrganisationRequest, project_id: int, number: int, format: str) -> HttpResponse:
    """One version of the plan, whole, in a format that planning tools or people read."""
    project = queries.project(request.organisation, project_id)
    return downloads.plan_in(format, queries.version(project, number))


@require_safe
@organisation_page("see_projects")
def formats(request: OrganisationRequest, project_id: int, number: int) -> HttpResponse:
    """What each format cannot hold of one version of the plan, before it is downloaded."""
    project = queries.project(request.organisation, project_id)
    version = queries.version(project, number)
    context = {"project": project, "version": version, "alike": downloads.formats_alike(project, version)}
    return render_page(request, "projects/formats.html", context)


def _no_plan(request: OrganisationRequest, project: Project) -> HttpResponse:
    may_record = may(request.membership, "record_plan", project) and not project.archived_at
    return render_page(request, "projects/no_plan.html", {"project": project, "tab": "plan", "may_record": may_record})


def _asked_for(request: OrganisationRequest, project_id: int) -> tuple[Project, PlanVersion | None]:
    """404 for a version that there is not."""
    project = queries.project(request.organisation, project_id)
    number = request.GET.get("version", "")
    version = queries.version_to_show(project, number)
    if version is None and project.current_plan:
        raise Http404
    return project, version
