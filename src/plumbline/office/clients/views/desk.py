"""What is seen of all clients, and of one in a month."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.clients import queries
from plumbline.office.clients.exports import desk_lines, report_lines
from plumbline.office.clients.queries import Report
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today


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


@require_safe
@organisation_page("see_clients")
def report(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    found = _report(request, agreement_id)
    is_last = found.month == today(request.organisation).replace(day=1)
    context = {"tab": "clients", "report": found, "agreement": found.agreement, "is_last": is_last}
    return render_page(request, "clients/report.html", context)


@require_safe
@organisation_page("see_clients")
def export_report(request: OrganisationRequest, agreement_id: str, extension: str) -> HttpResponse:
    found = _report(request, int(agreement_id))
    name = f"service-report-{found.agreement.client.slug if found.agreement.client else ''}-{found.month:%Y-%m}"
    return table_file(name, extension, report_lines(found))


def _report(request: OrganisationRequest, agreement_id: int) -> Report:
    agreement = queries.agreement_of(request.organisation, agreement_id)
    if agreement.other(request.organisation) is None:
        raise Http404
    month = queries.month_of(request.GET.get("month", ""), request.organisation)
    return queries.report_on(agreement, month, reader=request.organisation)
