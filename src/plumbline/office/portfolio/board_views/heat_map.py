"""The heat map."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.portfolio.board_views.frame import board_file, render_board, scope_of
from plumbline.office.portfolio.boards import heat_map as board
from plumbline.office.portfolio.boards.lines import heat_map_lines


@require_safe
@organisation_page("see_portfolio")
def heat_map(request: OrganisationRequest) -> HttpResponse:
    show, melons = request.GET.get("show", ""), request.GET.get("watermelons") == "1"
    scope = scope_of(request)
    found = board.heat_map(scope, show=show, watermelons=melons, page=request.GET.get("page", 1))
    return render_board(request, "heat_map", {"map": found, "scope": scope, "only_watermelons": melons})


@require_safe
@organisation_page("see_portfolio")
def heat_map_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    return board_file(request, "heat-map", extension, heat_map_lines(scope_of(request)))
