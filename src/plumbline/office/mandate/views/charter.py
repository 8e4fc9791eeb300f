"""The charter as people read it, and its versions."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.mandate import pdf, queries
from plumbline.office.mandate.queries.versions import differences, version_in, versions_of
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.signals import queries as signals


@require_safe
@organisation_page("see_office")
def charter(request: OrganisationRequest) -> HttpResponse:
    found = queries.charter(request.organisation)
    context = {
        "tab": "charter",
        "charter": found,
        "today": today(request.organisation),
        "has_pdf": can_be_made(),
        "answers": signals.lately(request.organisation).whole,
    }
    return render_page(request, "mandate/charter.html", context)


@require_safe
@organisation_page("see_office")
def charter_pdf(request: OrganisationRequest) -> HttpResponse:
    if not can_be_made():
        raise Http404("PDFs need the extra “pdf”.")
    found = queries.charter(request.organisation)
    response = HttpResponse(pdf.pdf_of(found, today(request.organisation)), content_type="application/pdf")
    name = f"charter-{request.organisation.slug}{'' if found.version else '-draft'}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@organisation_page("see_office")
def versions(request: OrganisationRequest) -> HttpResponse:
    context = {"tab": "charter", "versions": versions_of(request.organisation)}
    return render_page(request, "mandate/versions.html", context)


@require_safe
@organisation_page("see_office")
def version(request: OrganisationRequest, number: int) -> HttpResponse:
    found, before = version_in(request.organisation, number)
    context = {"tab": "charter", "version": found, "before": before, "changes": differences(before, found)}
    return render_page(request, "mandate/version.html", context)
