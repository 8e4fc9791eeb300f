"""How ratings, finishes and costs went, from what files told over the years."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.portfolio_imports.queries import trends as queries
from plumbline.office.portfolio_imports.trend_pages import FilterForm, lines_of, trend_page
from plumbline.office.portfolio_imports.views.importing import EXTENSIONS
from plumbline.office.projects import queries as projects


@require_safe
@organisation_page("see_portfolio")
def trends(request: OrganisationRequest) -> HttpResponse:
    context = {"trends": trend_page(request.organisation, request.GET)}
    return render_page(request, "portfolio_imports/trends.html", context)


@require_safe
@organisation_page("see_portfolio")
def trends_table(request: OrganisationRequest, extension: str) -> HttpResponse:
    if extension not in EXTENSIONS:
        raise Http404
    chosen = FilterForm(request.organisation, request.GET).chosen()
    years = queries.years_of(request.organisation, chosen)
    return table_file("trends", extension, queries.year_lines(years, request.organisation.currency))


@require_safe
@organisation_page("see_projects")
def project_trends(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    periods = queries.periods_of(project)
    context = {
        "project": project,
        "tab": "status",
        "periods": periods,
        "lines": lines_of(periods),
        "known_as": queries.known_as(project),
        "colours": [each.report.overall or "unknown" for each in periods],
    }
    return render_page(request, "portfolio_imports/project.html", context)


@require_safe
@organisation_page("see_projects")
def project_table(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    if extension not in EXTENSIONS:
        raise Http404
    return table_file(f"{project.code} trends", extension, queries.period_lines(queries.periods_of(project)))
