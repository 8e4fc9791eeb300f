"""The service report of a month, quarter or fiscal year: on one client, and on one's own organisation."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.clients import pdf, queries
from plumbline.office.clients.exports import report_lines
from plumbline.office.clients.forms import OwnReportForm, ReportForm
from plumbline.office.clients.models import Agreement
from plumbline.office.clients.queries import Report
from plumbline.office.foundation.access import may
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.services.picture import chart


@require_safe
@organisation_page("see_clients")
def report(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    agreement, form, found = _of_client(request, agreement_id)
    return _page(request, found, form, agreement)


@require_safe
@organisation_page("see_clients")
def report_file(request: OrganisationRequest, agreement_id: str, extension: str) -> HttpResponse:
    _, _, found = _of_client(request, int(agreement_id))
    return table_file(_name(found), extension, report_lines(found))


@require_safe
@organisation_page("see_clients")
def report_pdf(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    _, _, found = _of_client(request, agreement_id)
    return _pdf(request, found)


@require_safe
@organisation_page("see_service_value")
def own_report(request: OrganisationRequest) -> HttpResponse:
    form, found = _own(request)
    return _page(request, found, form, None)


@require_safe
@organisation_page("see_service_value")
def own_report_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    _, found = _own(request)
    return table_file(_name(found), extension, report_lines(found))


@require_safe
@organisation_page("see_service_value")
def own_report_pdf(request: OrganisationRequest) -> HttpResponse:
    _, found = _own(request)
    return _pdf(request, found)


def _of_client(request: OrganisationRequest, agreement_id: int) -> tuple[Agreement, ReportForm, Report]:
    agreement = queries.agreement_of(request.organisation, agreement_id)
    if agreement.other(request.organisation) is None:
        raise Http404
    form = ReportForm(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    period = queries.period_asked(given.get("span", ""), given.get("on", ""), request.organisation)
    return agreement, form, queries.report_on(agreement, period, reader=request.organisation)


def _own(request: OrganisationRequest) -> tuple[OwnReportForm, Report]:
    form = OwnReportForm(request.organisation, request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    period = queries.period_asked(given.get("span", ""), given.get("on", ""), request.organisation)
    with_clients = may(request.membership, "see_clients")
    return form, queries.own_report(request.organisation, period, given.get("unit"), with_clients=with_clients)


def _page(request: OrganisationRequest, found: Report, form: ReportForm, agreement: Agreement | None) -> HttpResponse:
    context = {
        "tab": "clients" if agreement else "services",
        "report": found,
        "form": form,
        "agreement": agreement,
        "picture": chart(found.months, "month"),
        "is_last": found.period.last >= today(request.organisation),
        "has_pdf": can_be_made(),
    }
    return render_page(request, "clients/report.html", context)


def _pdf(request: OrganisationRequest, found: Report) -> HttpResponse:
    if not can_be_made():
        raise Http404("PDFs need the extra “pdf”.")
    response = HttpResponse(pdf.pdf_of(found, today(request.organisation)), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{_name(found)}.pdf"'
    return response


def _name(found: Report) -> str:
    """Without what people wrote: a header takes no such thing."""
    return f"service-report-{found.period.span}-{found.period.first}"
