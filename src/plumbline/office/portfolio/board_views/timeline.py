"""The roadmap."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.portfolio.board_views.frame import board_file, render_board, scope_of
from plumbline.office.portfolio.boards import timeline as board
from plumbline.office.portfolio.boards.lines import timeline_lines
from plumbline.office.portfolio.boards.scope import day_in


@require_safe
@organisation_page("see_portfolio")
def timeline(request: OrganisationRequest) -> HttpResponse:
    scope = scope_of(request)
    window = board.window_of(request.GET.get("zoom", ""), day_in(request.GET.dict(), "from"), scope.today)
    found = board.timeline(scope, window, request.GET.get("page", 1))
    return render_board(request, "timeline", {"found": found, "today": scope.today})


@require_safe
@organisation_page("see_portfolio")
def timeline_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    return board_file(request, "timeline", extension, timeline_lines(scope_of(request)))
