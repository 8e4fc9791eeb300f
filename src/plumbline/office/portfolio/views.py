"""The portfolio, and the same as a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.portfolio import queries
from plumbline.office.portfolio.exports import lines_of
from plumbline.office.portfolio.filters import Filters
from plumbline.office.portfolio.forms import FilterForm
from plumbline.office.portfolio.project_overview import project_overview
from plumbline.office.portfolio.saved_views import saved_views
from plumbline.office.progress.queries import my_day, of_project
from plumbline.office.projects import queries as projects
from plumbline.office.status.reach import may_write


@require_safe
@organisation_page("see_portfolio")
def overview(request: OrganisationRequest) -> HttpResponse:
    filters = Filters.from_address(request.GET.dict())
    found = queries.overview(request.organisation, filters, request.GET.get("page", 1))
    saved = saved_views(request.membership, "overview")
    context = {
        "overview": found,
        "form": FilterForm(request.organisation, request.GET),
        "saved": saved,
        "my_day": my_day(request.membership) if may(request.membership, "tell_progress") else None,
    }
    return render_page(request, "portfolio/overview.html", context)


@require_safe
@organisation_page("see_projects")
def project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    context = {
        "project": found,
        "overview": project_overview(found),
        "may_record": may(request.membership, "record_plan", found),
        "may_edit": may(request.membership, "edit_project", found),
        "may_report": may_write(request.membership, found),
        "progress": of_project(found) if may(request.membership, "see_progress") else None,
    }
    return render_page(request, "portfolio/project.html", context, partial="health")


@require_safe
@organisation_page("see_portfolio")
def export(request: OrganisationRequest, extension: str) -> HttpResponse:
    filters = Filters.from_address(request.GET.dict())
    dimensions, rows = queries.rows_for_export(request.organisation, filters)
    name = f"portfolio-{request.organisation.slug}"
    return table_file(name, extension, lines_of(dimensions, rows), frozen_columns=4)
