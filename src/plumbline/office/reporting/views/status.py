"""A published status report on one page, and as files. It is frozen itself, so it needs no snapshot."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.reporting import queries
from plumbline.office.reporting.composing import composed_now
from plumbline.office.reporting.document import Document
from plumbline.office.reporting.render.page import parts_of
from plumbline.office.reporting.views.files import file_answer, formats
from plumbline.office.status.models import StatusReport


@require_safe
@organisation_page("see_status")
def status_report(request: OrganisationRequest, report_id: int) -> HttpResponse:
    """``?as=pdf``, ``pptx`` or ``xlsx`` gives the file."""
    if ending := request.GET.get("as"):
        return _file(request, report_id, ending)
    found = queries.status_report(request.organisation, report_id)
    document = _document(found)
    context = {"report": found, "project": found.project, "document": document, "parts": parts_of(document)}
    return render_page(request, "reporting/status_report.html", {**context, "formats": formats(), "tab": "status"})


@require_safe
@organisation_page("see_status")
def status_report_file(request: OrganisationRequest, report_id: int, format: str) -> HttpResponse:
    return _file(request, report_id, format)


def _file(request: OrganisationRequest, report_id: int, ending: str) -> HttpResponse:
    found = queries.status_report(request.organisation, report_id)
    return file_answer(_document(found), ending, f"{found.project.code}-status-{found.as_of:%Y-%m-%d}")


def _document(found: StatusReport) -> Document:
    return composed_now(found.project.organisation, "status_report", {"report": found.pk}, found.published_at)
