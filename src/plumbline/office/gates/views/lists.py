"""Gates to come across projects, and records of those that were decided."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.frozen import digest_of
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.gates import pdf, queries
from plumbline.office.gates.forms import CalendarForm
from plumbline.office.gates.queries.pack import Section
from plumbline.office.governance import queries as governance
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_safe
@organisation_page("see_projects")
def calendar(request: OrganisationRequest) -> HttpResponse:
    form = CalendarForm(request.organisation, request.GET)
    portfolio = form.cleaned_data["portfolio"] if form.is_valid() else None
    today = governance.today(request.organisation)
    found = queries.calendar(request.organisation, today, portfolio, request.GET.get("page"))
    return render_page(request, "gates/calendar.html", {"calendar": found, "form": form})


@require_safe
@organisation_page("see_projects")
def record(request: OrganisationRequest, decision_id: int) -> HttpResponse:
    found = queries.decision(request.organisation, decision_id)
    context = {
        "decision": found,
        "document": found.document,
        "sections": [Section.of_data(each) for each in found.document["sections"]],
        "is_intact": digest_of(found.document) == found.digest,
        "project": found.review.project,
        "has_pdf": pdf.can_be_made(),
        "tab": "life cycle",
    }
    return render_page(request, "gates/record.html", context)


@require_safe
@organisation_page("see_projects")
def record_pdf(request: OrganisationRequest, decision_id: int) -> HttpResponse:
    found = queries.decision(request.organisation, decision_id)
    if not pdf.can_be_made():
        raise Http404
    answer = HttpResponse(pdf.pdf_of(found.document, found.digest), content_type="application/pdf")
    name = f"{found.review.project.code}-{found.review.gate}-{found.review.attempt}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{_plain(name)}"'
    return answer


def _plain(name: str) -> str:
    return "".join(each if each.isascii() and (each.isalnum() or each in "-_.") else "_" for each in name)
