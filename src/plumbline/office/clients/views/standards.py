"""Offering a standard to a client, and taking it as a draft of one's own."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.clients import actions, queries
from plumbline.office.people.access import OrganisationRequest, organisation_page, require


@organisation_page("agree_with_clients")
@require_POST
def offer_standard(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    found = queries.agreement_of(request.organisation, agreement_id)
    try:
        offered = actions.offer_standard(found, organisation=request.organisation, by=request.user)
        messages.success(request, f"{offered} is offered now.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("clients:agreement", request.organisation.slug, found.pk)


@organisation_page("see_clients")
@require_POST
def take_standard(request: OrganisationRequest, agreement_id: int, offer_id: int) -> HttpResponse:
    require(request, "write_standards")
    agreement = queries.agreement_of(request.organisation, agreement_id)
    offer = queries.offer_in(agreement, offer_id)
    try:
        draft = actions.take_standard(offer, organisation=request.organisation, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("clients:agreement", request.organisation.slug, agreement.pk)
    messages.success(request, "This draft is yours. Change what is different here, and have it approved.")
    return redirect("standards:draft", request.organisation.slug, draft.pk)
