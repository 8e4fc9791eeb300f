"""Mentoring as a member sees it: their pairs, what they want to learn, what they can help with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.mentoring import actions, queries
from plumbline.office.mentoring.forms import OfferForm, TakingForm, WishForm
from plumbline.office.mentoring.models import MentoringProgramme, Offer, Wish
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today


@require_safe
@organisation_page("take_part_in_mentoring")
def overview(request: OrganisationRequest) -> HttpResponse:
    here, day = request.organisation, today(request.organisation)
    context = {
        "pairs": [(each, each.other(request.user)) for each in queries.pairs_of(here, request.user)],
        "parts": queries.own_part(here, request.user, day),
        "programmes": queries.programmes(here),
    }
    return render_page(request, "mentoring/overview.html", context)


@organisation_page("take_part_in_mentoring")
def wish(request: OrganisationRequest, mentoring_programme_id: int) -> HttpResponse:
    programme = queries.programme_in(request.organisation, mentoring_programme_id)
    known = programme.wishes.filter(person=request.user, withdrawn_at=None).select_related("programme").first()
    if known and request.POST.get("withdraw") == "yes":
        return _withdrawn(request, lambda: actions.withdraw_wish(known, by=request.user), "wish")
    form = _form(WishForm, request, known)

    def do() -> Wish:
        return actions.say_wish(programme, by=request.user, goals=form.competencies, **form.usual)

    return _said(request, programme, known, form, do)


@organisation_page("take_part_in_mentoring")
def offer(request: OrganisationRequest, mentoring_programme_id: int) -> HttpResponse:
    programme = queries.programme_in(request.organisation, mentoring_programme_id)
    known = programme.offers.filter(person=request.user, withdrawn_at=None).select_related("programme").first()
    if known and request.POST.get("withdraw") == "yes":
        return _withdrawn(request, lambda: actions.withdraw_offer(known, by=request.user), "offer")
    form = _form(OfferForm, request, known)

    def do() -> Offer:
        given: dict[str, Any] = form.usual | {"mentees": form.cleaned_data["mentees"]}
        return actions.make_offer(programme, by=request.user, strengths=form.competencies, **given)

    return _said(request, programme, known, form, do)


def _form(kind: type[TakingForm], request: OrganisationRequest, known: Wish | Offer | None) -> TakingForm:
    return kind(request.organisation, request.user, request.POST or None, initial=kind.said_before(known))


def _withdrawn(request: OrganisationRequest, withdraw: Callable[[], object], word: str) -> HttpResponse:
    tried(request, withdraw, f"Your {word} is withdrawn.")
    return redirect("mentoring:overview", request.organisation.slug)


def _said(
    request: OrganisationRequest,
    programme: MentoringProgramme,
    known: Wish | Offer | None,
    form: TakingForm,
    do: Callable[[], Wish | Offer],
) -> HttpResponse:
    if attempt(form, do):
        messages.success(request, "Thank you. You are told when a pair is proposed to you.")
        return redirect("mentoring:overview", request.organisation.slug)
    context = {"programme": programme, "known": known, "form": form, "is_wish": isinstance(form, WishForm)}
    return render_page(request, "mentoring/taking_part.html", context)
