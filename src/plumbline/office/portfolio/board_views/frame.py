"""What every board has: whose projects it shows, and the views that were saved of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import Lines, table_file
from plumbline.office.people.access import OrganisationRequest
from plumbline.office.portfolio.boards.scope import Scope, ScopeForm
from plumbline.office.portfolio.saved_views import saved_views

TABS = {"executive": "board view", "heat_map": "heat map"}


def scope_of(request: OrganisationRequest) -> Scope:
    return Scope.from_address(request.organisation, request.GET.dict())


def render_board(request: OrganisationRequest, page: str, context: dict[str, Any]) -> HttpResponse:
    """``page`` is the name of the address, of the template, and of the tab where ``TABS`` knows no other."""
    frame = {
        "tab": TABS.get(page, page),
        "form": ScopeForm(request.organisation, request.GET),
        "saved": saved_views(request.membership, page),
    }
    return render_page(request, f"portfolio/boards/{page}.html", frame | context)


def board_file(request: OrganisationRequest, page: str, extension: str, lines: Lines) -> HttpResponse:
    return table_file(f"{page}-{request.organisation.slug}", extension, lines, frozen_columns=2)
