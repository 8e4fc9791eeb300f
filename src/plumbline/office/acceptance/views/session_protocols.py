"""Protocols of sessions: read, sign, take along."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from plumbline.office.acceptance.actions import closing
from plumbline.office.acceptance.queries import protocols as queries
from plumbline.office.acceptance.session_forms import PersonForm, SignForm
from plumbline.office.acceptance.session_protocol import pdf_of, signature_rows
from plumbline.office.acceptance.session_rights import must_run
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("see_projects")
def protocol(request: OrganisationRequest, protocol_id: int) -> HttpResponse:
    """Who is named to sign it does so here."""
    found = queries.protocol_in(request.membership, protocol_id)
    page = queries.protocol_page(found, request.user)
    if request.method == "POST" and page.mine is None:
        raise PermissionDenied("Your part in this session does not allow this: sign its protocol.")
    form = SignForm(request.POST or None, initial={"digest": found.digest})
    if attempt(form, lambda: closing.sign(found, by=request.user, digest=form.cleaned_data["digest"])):
        messages.success(request, "You have signed the protocol.")
        return redirect("acceptance:protocol", request.organisation.slug, found.pk)
    context = {
        "page": page,
        "document": found.document,
        "session": found.session,
        "project": found.session.project,
        "form": form,
        "has_pdf": can_be_made(),
        "tab": "acceptance",
    }
    return render_page(request, "acceptance/session_protocol.html", context)


@require_safe
@organisation_page("see_projects")
def protocol_pdf(request: OrganisationRequest, protocol_id: int) -> HttpResponse:
    found = queries.protocol_in(request.membership, protocol_id)
    if not can_be_made():
        raise Http404
    page = queries.protocol_page(found, request.user)
    missing = [[each.name, each.role, each.get_side_display()] for each in page.waiting]
    made = pdf_of(found, signature_rows(page.signatures, request.organisation), missing)
    answer = HttpResponse(made, content_type="application/pdf")
    name = f"{found.session.project.code} {found.session.reference} protocol.pdf"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer


@organisation_page("see_projects")
def signatory(request: OrganisationRequest, protocol_id: int) -> HttpResponse:
    """Somebody more who is to sign; where those who were to have left, say."""
    found = queries.protocol_in(request.membership, protocol_id)
    must_run(request.user, found.session.project)
    form = PersonForm(request.organisation, request.POST or None)
    if attempt(form, lambda: closing.name_signatory(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "They are asked to sign.")
        return redirect("acceptance:protocol", request.organisation.slug, found.pk)
    context = {
        "title": f"Who else signs {found.session.reference}?",
        "button": "Ask them to sign",
        "session": found.session,
        "project": found.session.project,
        "form": form,
        "tab": "acceptance",
    }
    return render_page(request, "acceptance/session_form.html", context)
