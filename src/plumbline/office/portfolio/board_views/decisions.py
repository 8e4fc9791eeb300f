"""Decisions that wait, and what holds up several projects."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.portfolio.board_views.frame import board_file, render_board, scope_of
from plumbline.office.portfolio.boards import decisions as board
from plumbline.office.portfolio.boards import roadblocks as radar
from plumbline.office.portfolio.boards.lines import decision_lines, roadblock_lines


@require_safe
@organisation_page("see_registers")
def decisions(request: OrganisationRequest) -> HttpResponse:
    scope, decider = scope_of(request), request.GET.get("decider", "")
    found = board.decisions(scope, request.user, decider=decider, page=request.GET.get("page", 1))
    return render_board(request, "decisions", {"found": found, "today": scope.today, "decider": decider})


@require_safe
@organisation_page("see_registers")
def decisions_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    return board_file(request, "decisions", extension, decision_lines(scope_of(request)))


@require_safe
@organisation_page("see_registers")
def roadblocks(request: OrganisationRequest) -> HttpResponse:
    found = radar.roadblocks(scope_of(request), by_money=request.GET.get("sort") == "-money")
    return render_board(request, "roadblocks", {"found": found})


@require_safe
@organisation_page("see_registers")
def roadblocks_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    return board_file(request, "roadblocks", extension, roadblock_lines(scope_of(request)))
