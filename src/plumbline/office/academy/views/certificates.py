"""Certificates: on a page, as a PDF, and for whoever asks whether one holds."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from plumbline.office.academy import actions, queries
from plumbline.office.academy.forms import WithdrawForm
from plumbline.office.academy.models import Certificate
from plumbline.office.academy.pdf import pdf_of
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today


@require_safe
@organisation_page("learn")
def certificate(request: OrganisationRequest, certificate_id: int) -> HttpResponse:
    found = queries.certificate(request.membership, certificate_id)
    context = {
        "tab": "learn",
        "certificate": found,
        "holds": found.holds_on(today(request.organisation)),
        "public": _public(request, found),
        "can_be_made": can_be_made(),
    }
    return render_page(request, "academy/certificate.html", context)


@require_safe
@organisation_page("learn")
def certificate_pdf(request: OrganisationRequest, certificate_id: int) -> HttpResponse:
    found = queries.certificate(request.membership, certificate_id)
    if not can_be_made():
        raise Http404
    public = _public(request, found)
    made = datetime.combine(found.issued_on, time(), UTC)
    response = HttpResponse(pdf_of(found, public, made), content_type="application/pdf")
    name = f"certificate-{found.course}-{found.code}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


@organisation_page("oversee_learning")
def withdraw(request: OrganisationRequest, certificate_id: int) -> HttpResponse:
    found = queries.certificate(request.membership, certificate_id)
    form = WithdrawForm(request.POST or None)

    def do() -> bool:
        actions.withdraw_certificate(found, by=request.user, why=form.cleaned_data["why"])
        return True

    if attempt(form, do):
        messages.success(request, f"It is withdrawn, and {found.person} is told why.")
        return redirect("academy:certificate", request.organisation.slug, certificate_id)
    return render_page(
        request, "academy/withdraw.html", {"tab": "learners", "certificate": found, "form": form}
    )  # fmt: skip


@require_safe
def verify(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """For anybody: the name, the course and whether it holds, to whoever has the code, and nothing else."""
    found = queries.certificate_by_code(slug, code)
    holds = found is not None and found.holds_on(today(found.organisation))
    context = {"certificate": found, "holds": holds, "code": code}
    answer = render(request, "academy/verify.html", context, status=200 if found else 404)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _public(request: HttpRequest, found: Certificate) -> str:
    return request.build_absolute_uri(reverse("certificates:verify", args=[found.organisation.slug, found.code]))
