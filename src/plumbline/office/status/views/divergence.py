"""Where reports and evidence part, for the PMO."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.status.exports_divergence import lines_of
from plumbline.office.status.forms_divergence import FilterForm
from plumbline.office.status.queries import divergence as queries
from plumbline.office.status.queries.contests import contests_in
from plumbline.office.status.queries.divergence_matrix import matrix
from plumbline.office.status.queries.divergence_over_time import over_time
from plumbline.office.status.queries.go_to_green import success_in, without_plan
from plumbline.office.status.queries.titles import dimension_titles

PER_PAGE = 40


@require_safe
@organisation_page("see_divergence")
def divergence(request: OrganisationRequest) -> HttpResponse:
    organisation, filters = request.organisation, queries.Filters.from_address(request.GET.dict())
    titles = dimension_titles(organisation)
    silent = queries.silent_projects(organisation, filters)
    rows = silent if filters.show == queries.SILENT else queries.named(organisation, filters)
    context = {
        "tab": "divergence",
        "filters": filters,
        "form": FilterForm(organisation, titles, request.GET),
        "tally": queries.tally(organisation, filters),
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page", 1)),
        "matrix": matrix(organisation, filters, request.GET.get("group", 1)),
        "months": over_time(organisation, filters),
        "contested": contests_in(organisation).count(),
        "without_plan": without_plan(organisation).count(),
        "success": success_in(organisation),
        "today": today(organisation),
    }
    return render_page(request, "status/divergence.html", context)


@require_safe
@organisation_page("see_divergence")
def divergence_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    """Every row that the filters leave."""
    organisation, filters = request.organisation, queries.Filters.from_address(request.GET.dict())
    lines = lines_of(queries.named(organisation, filters))
    return table_file(f"divergence-{organisation.slug}", extension, lines, frozen_columns=2)
