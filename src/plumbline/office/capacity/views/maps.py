"""The heat map, and what hangs on one person."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.engine.capacity import Per
from plumbline.office.capacity.exports import heat_lines, point_lines
from plumbline.office.capacity.forms import ViewForm
from plumbline.office.capacity.queries.abilities import single_point_rows
from plumbline.office.capacity.queries.heat_map import HeatMap, heat_map, window_of
from plumbline.office.capacity.queries.picture import picture
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page

PER_PAGE = 50


@require_safe
@organisation_page("see_capacity")
def overview(request: OrganisationRequest) -> HttpResponse:
    form = ViewForm(request.GET or {"by": "unit", "per": "week"})
    found = _map(request, form)
    page = Paginator(found.rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"tab": "capacity", "part": "map", "form": form, "map": found, "page": page}
    return render_page(request, "capacity/heat_map.html", context, partial="map")


@require_safe
@organisation_page("see_capacity")
def overview_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = _map(request, ViewForm(request.GET or None))
    name = f"capacity-by-{found.by}-{request.organisation.slug}"
    return table_file(name, extension, heat_lines(found), frozen_columns=1)


@require_safe
@organisation_page("see_capacity")
def points(request: OrganisationRequest) -> HttpResponse:
    context = {"tab": "capacity", "part": "points", "rows": _points(request)}
    return render_page(request, "capacity/single_points.html", context)


@require_safe
@organisation_page("see_capacity")
def points_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    return table_file(f"single-points-{request.organisation.slug}", extension, point_lines(_points(request)))


def _map(request: OrganisationRequest, form: ViewForm) -> HeatMap:
    by, per, first = form.chosen
    return heat_map(request.organisation, by, per, window_of(request.organisation, per, first))


def _points(request: OrganisationRequest) -> Any:
    """Of the coming two years."""
    of = window_of(request.organisation, Per.MONTH)
    return single_point_rows(request.organisation, picture(request.organisation, of))
