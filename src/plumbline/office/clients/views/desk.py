"""What is seen of all clients."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.clients import queries
from plumbline.office.clients.exports import desk_lines
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_safe
@organisation_page("see_clients")
def desk(request: OrganisationRequest) -> HttpResponse:
    context = {
        "tab": "clients",
        "desk": queries.desk(request.organisation, request.user),
        "agreements": queries.agreements_of(request.organisation),
    }
    return render_page(request, "clients/desk.html", context)


@require_safe
@organisation_page("see_clients")
def export(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = queries.desk(request.organisation, request.user)
    return table_file(f"clients-{request.organisation.slug}", extension, desk_lines(found), frozen_columns=1)
