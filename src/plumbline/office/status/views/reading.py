"""Reading reports, and saying that one has."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.status import actions, queries
from plumbline.office.status.queries.dimension_page import notes_then
from plumbline.office.status.queries.divergence_over_time import history_of_divergence
from plumbline.office.status.queries.history import lines_to_export
from plumbline.office.status.reach import may_write

PER_PAGE = 30


@require_safe
@organisation_page("see_status")
def reports(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    lines = list(queries.lines_of(project))
    context = {
        "project": project,
        "tab": "status",
        "where": queries.where_it_stands(project),
        "page": Paginator(queries.all_reports_of(project), PER_PAGE).get_page(request.GET.get("page")),
        "draft": queries.draft_of(project) if may_write(request.membership, project) else None,
        "may_write": may_write(request.membership, project),
        "may_edit": may(request.membership, "report_status", project),
        "pasts": history_of_divergence(project),
        "lines": [(each, may_write(request.membership, project, each)) for each in lines],
    }
    return render_page(request, "status/list.html", context)


@require_safe
@organisation_page("see_status")
def reports_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    return table_file(f"{project.code} status reports", extension, lines_to_export(project))


@require_safe
@organisation_page("see_status")
def report(request: OrganisationRequest, project_id: int, report_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    shown = queries.shown_report(queries.report(project, report_id))
    context = {
        "project": project,
        "tab": "status",
        "shown": shown,
        "notes": notes_then(shown.report),
        "has_read": shown.is_read_by(request.user),
        "may_acknowledge": may(request.membership, "acknowledge_reports"),
    }
    return render_page(request, "status/report.html", context)


@require_POST
@organisation_page("acknowledge_reports")
def acknowledge(request: OrganisationRequest, project_id: int, report_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = queries.report(project, report_id)
    if request.POST.get("read") == "yes":
        actions.acknowledge_report(found, by=request.user)
        messages.success(request, "It is kept that you have read this report.")
    return redirect("status:report", request.organisation.slug, project.pk, found.pk)
