"""Having a charter approved."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.mandate import actions
from plumbline.office.mandate.forms import DecisionForm
from plumbline.office.mandate.models import CharterProposal
from plumbline.office.mandate.queries.versions import differences, proposal_in, versions_of
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_safe
@organisation_page("see_office")
def approval(request: OrganisationRequest) -> HttpResponse:
    found = proposal_in(request.organisation)
    last = versions_of(request.organisation).defer(None).first()
    context = {
        "tab": "charter",
        "proposal": found,
        "last": last,
        "changes": differences(last, found) if found else [],
        "is_mine": found is not None and found.asked_by_id == request.user.pk,
        "form": DecisionForm(),
    }
    return render_page(request, "mandate/approval.html", context)


@organisation_page("write_mandate")
@require_POST
def ask(request: OrganisationRequest) -> HttpResponse:
    try:
        actions.ask_for_approval(request.organisation, by=request.user)
        messages.success(request, "Those who may approve it are told.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("mandate:charter", request.organisation.slug)
    return redirect("mandate:approval", request.organisation.slug)


@organisation_page("approve_charter")
@require_POST
def approve(request: OrganisationRequest) -> HttpResponse:
    return _decided(request, approves=True)


@organisation_page("approve_charter")
@require_POST
def decline(request: OrganisationRequest) -> HttpResponse:
    return _decided(request, approves=False)


def _decided(request: OrganisationRequest, *, approves: bool) -> HttpResponse:
    found = _seen(request)
    note = request.POST.get("note", "")[:500]
    try:
        if approves:
            version = actions.approve_charter(found, by=request.user, note=note)
            messages.success(request, f"{version} is in force.")
        else:
            actions.decline_charter(found, by=request.user, reason=note)
            messages.success(request, "It is declined, and who asked is told why.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("mandate:approval", request.organisation.slug)
    return redirect("mandate:charter", request.organisation.slug)


def _seen(request: OrganisationRequest) -> CharterProposal:
    """Decided is what was on the page, not what may have been asked for since."""
    found = proposal_in(request.organisation)
    if found is None:
        raise Http404
    found.digest = request.POST.get("digest", "")[:64]
    return found
