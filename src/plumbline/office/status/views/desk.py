"""The desk of the office: who owes a report, and reminding them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.status import queries
from plumbline.office.status.actions.reminding import remind as remind_manager
from plumbline.office.status.forms import DeskForm
from plumbline.office.status.queries.desk import lines_to_export

PER_PAGE = 50


@require_safe
@organisation_page("see_status_desk")
def desk(request: OrganisationRequest) -> HttpResponse:
    form = DeskForm(request.organisation, request.GET)
    page = Paginator(queries.desk(request.organisation, form.filters), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tab": "status desk",
        "form": form,
        "page": page,
        "lines": queries.desk_lines(request.organisation, list(page)),
        "tallies": queries.tallies(request.organisation),
    }
    return render_page(request, "status/desk.html", context)


@require_safe
@organisation_page("see_status_desk")
def desk_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    form = DeskForm(request.organisation, request.GET)
    lines = lines_to_export(request.organisation, form.filters)
    return table_file(f"status-desk-{request.organisation.slug}", extension, lines)


@require_POST
@organisation_page("report_any_status")
def remind(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    if request.POST.get("remind") == "yes":
        if remind_manager(project, by=request.user):
            messages.success(request, f"{project.manager} is reminded.")
        else:
            messages.info(request, f"{project.code} has no manager, or was reminded today already.")
    return redirect("status:desk", request.organisation.slug)
