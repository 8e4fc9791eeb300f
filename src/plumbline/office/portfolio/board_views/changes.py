"""What changed since a day, and the board's page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.portfolio.actions import record_board_day
from plumbline.office.portfolio.board_views.frame import board_file, render_board, scope_of
from plumbline.office.portfolio.boards import changes as board
from plumbline.office.portfolio.boards.executive import board_page
from plumbline.office.portfolio.boards.since import since_of


@require_safe
@organisation_page("see_portfolio")
def changes(request: OrganisationRequest) -> HttpResponse:
    since = since_of(request.organisation, request.GET.dict())
    found = board.changes(scope_of(request), since.moment, request.GET.get("page", 1))
    return render_board(request, "changes", {"found": found, "since": since})


@require_safe
@organisation_page("see_portfolio")
def changes_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    since = since_of(request.organisation, request.GET.dict())
    lines = board.lines_of(board.all_changes(scope_of(request), since.moment))
    return board_file(request, f"changes-since-{since.day}", extension, lines)


@require_safe
@organisation_page("see_executive_page")
def executive(request: OrganisationRequest) -> HttpResponse:
    since = since_of(request.organisation, request.GET.dict())
    found = board_page(scope_of(request), request.user, since.moment)
    return render_board(request, "executive", {"board": found, "since": since})


@organisation_page("make_packs")
@require_POST
def record_board(request: OrganisationRequest) -> HttpResponse:
    day = record_board_day(request.organisation, by=request.user)
    messages.success(request, f"The board of {day} is recorded: from tomorrow, changes are counted from it.")
    return redirect("portfolio:executive", request.organisation.slug)
