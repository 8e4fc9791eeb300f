"""Offering, answering and ending agreements."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.clients import actions, queries
from plumbline.office.clients.forms import CodeForm, EndForm, NarrowForm, OfferForm
from plumbline.office.clients.models import Agreement
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today


@organisation_page("agree_with_clients")
def offer(request: OrganisationRequest) -> HttpResponse:
    """The code is shown once, here: whoever has it can name the other side, so it is kept nowhere."""
    form = OfferForm(request.POST or None, initial={"starts_on": today(request.organisation)})
    made = attempt(form, lambda: actions.offer_agreement(request.organisation, by=request.user, **form.cleaned_data))
    if made:
        found, code = made
        return render_page(request, "clients/offered.html", {"tab": "clients", "agreement": found, "code": code})
    return render_page(request, "clients/offer.html", {"tab": "clients", "form": form})


@organisation_page("agree_with_clients")
def code(request: OrganisationRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    found = attempt(form, lambda: actions.type_code(request.organisation, by=request.user, **form.cleaned_data))
    if found:
        messages.success(request, "The code is taken. Read what would be shown, and answer.")
        return _to(request, found)
    return render_page(request, "clients/code.html", {"tab": "clients", "form": form})


@require_safe
@organisation_page("see_clients")
def agreement(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    found = queries.agreement_of(request.organisation, agreement_id)
    context = {
        "tab": "clients",
        "agreement": found,
        "side": found.side(request.organisation),
        "other": found.other(request.organisation),
        "answers": queries.answers_of(found),
        "master": queries.master_of(found, request.organisation),
        "may_answer": queries.may_answer(found, request.organisation),
        "steps": found.steps.select_related("organisation", "by"),
    }
    return render_page(request, "clients/agreement.html", context)


@organisation_page("agree_with_clients")
@require_POST
def accept(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    return _answer(request, agreement_id, actions.accept_agreement, "Accepted. It holds from its first day on.")


@organisation_page("agree_with_clients")
@require_POST
def decline(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    return _answer(request, agreement_id, actions.decline_agreement, "Declined. Nothing is shown.")


@organisation_page("agree_with_clients")
def narrow(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    found = queries.agreement_of(request.organisation, agreement_id)
    given = request.POST if request.method == "POST" else None
    form = NarrowForm(found, given, initial={"grants": found.grants})
    if form.is_valid():
        try:
            actions.narrow_agreement(found, organisation=request.organisation, by=request.user, **form.cleaned_data)
            messages.success(request, "From now on the desk shows what is still ticked.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return _to(request, found)
    return render_page(request, "clients/narrow.html", {"tab": "clients", "form": form, "agreement": found})


@organisation_page("agree_with_clients")
def end(request: OrganisationRequest, agreement_id: int) -> HttpResponse:
    found = queries.agreement_of(request.organisation, agreement_id)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.end_agreement(found, organisation=request.organisation, by=request.user, **form.cleaned_data)
        messages.success(request, "The agreement has ended. Nothing is shown any more.")
        return _to(request, found)
    back = reverse("clients:agreement", args=[request.organisation.slug, found.pk])
    other = found.other(request.organisation)
    return render_page(request, "clients/end.html", {"form": form, "agreement": found, "other": other, "back": back})


def _answer(request: OrganisationRequest, agreement_id: int, do: Callable[..., None], done: str) -> HttpResponse:
    found = queries.agreement_of(request.organisation, agreement_id)
    try:
        do(found, organisation=request.organisation, by=request.user)
        messages.success(request, done)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return _to(request, found)


def _to(request: OrganisationRequest, agreement: Agreement) -> HttpResponse:
    return redirect("clients:agreement", request.organisation.slug, agreement.pk)
