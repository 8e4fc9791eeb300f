"""A round from its beginning to its end."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.maturity import actions, queries
from plumbline.office.maturity.exports import lines_of
from plumbline.office.maturity.forms import CloseForm, InviteForm, RoundForm
from plumbline.office.maturity.models import Round
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today

PERIOD = timedelta(days=365)
TIME_TO_ANSWER = timedelta(days=21)


@organisation_page("run_maturity")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: OrganisationRequest) -> HttpResponse:
    day = today(request.organisation)
    initial = {"period_from": day - PERIOD, "period_to": day, "due_on": day + TIME_TO_ANSWER, "lead": request.user}
    form = RoundForm(request.organisation, request.POST or None, initial=initial)
    found = attempt(form, lambda: actions.begin_round(request.organisation, by=request.user, **form.cleaned_data))
    if found:
        messages.success(request, "The round has begun, and its assessors are told.")
        return to_round(found)
    under_way = queries.open_round(request.organisation)
    context = {"tab": "maturity", "form": form, "under_way": under_way}
    return render_page(request, "maturity/begin.html", context)


@organisation_page("see_maturity")
@require_safe
def round(request: OrganisationRequest, round_id: int) -> HttpResponse:
    return page_of(request, queries.round_in(request.organisation, round_id))


def page_of(request: OrganisationRequest, found: Round, form: InviteForm | None = None) -> HttpResponse:
    page = queries.round_page(found)
    already = {each.person_id for each in page.assessors}
    is_lead = may_lead(request, found)
    result = getattr(found, "result", None)
    asked = queries.assessor_of(found, request.user)
    context = {
        "tab": "maturity",
        "round": found,
        "page": page,
        "is_lead": is_lead,
        "is_late": found.is_late(today(request.organisation)),
        "asked": asked,
        "has_begun": asked is not None and asked.judgements.exclude(value="").exists(),
        "parts": queries.result_parts(result) if result else [],
        "invite": (form or InviteForm(request.organisation, already)) if is_lead and found.is_open else None,
    }
    return render_page(request, "maturity/round.html", context)


@organisation_page("see_maturity")
@require_safe
def export(request: OrganisationRequest, round_id: int, extension: str) -> HttpResponse:
    found = queries.round_in(request.organisation, round_id)
    if not hasattr(found, "result"):
        raise Http404
    found.result.round = found
    return table_file(f"maturity-{found.period_to:%Y-%m}", extension, lines_of(found.result), frozen_columns=1)


@organisation_page("run_maturity")
@require_POST
def invite(request: OrganisationRequest, round_id: int) -> HttpResponse:
    found = led(request, round_id)
    already = set(found.assessors.values_list("person", flat=True))
    form = InviteForm(request.organisation, already, request.POST)
    if attempt(form, lambda: actions.invite(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "They are asked.")
        return to_round(found)
    return page_of(request, found, form)


@organisation_page("run_maturity")
@require_POST
def remind(request: OrganisationRequest, round_id: int) -> HttpResponse:
    found = led(request, round_id)
    try:
        number = actions.remind(found, by=request.user)
        messages.success(request, f"Told in the inbox: {number}." if number else "All have said that they are through.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return to_round(found)


@organisation_page("run_maturity")
@require_POST
def measure(request: OrganisationRequest, round_id: int) -> HttpResponse:
    found = led(request, round_id)
    try:
        actions.measure_again(found, by=request.user)
        messages.success(request, "The evidence is measured anew. What was answered stays as it is.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return to_round(found)


@organisation_page("run_maturity")
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: OrganisationRequest, round_id: int) -> HttpResponse:
    found = led(request, round_id)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if attempt(form, lambda: actions.close_round(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The round is closed. Its result does not change any more.")
        return to_round(found)
    context = {"round": found, "form": form, "page": queries.round_page(found), "back": address_of(found)}
    return render_page(request, "maturity/close.html", context)


@organisation_page("run_maturity")
@require_http_methods(["GET", "HEAD", "POST"])
def call_off(request: OrganisationRequest, round_id: int) -> HttpResponse:
    found = led(request, round_id)
    if request.method != "POST":
        return render_page(request, "maturity/call_off.html", {"round": found, "back": address_of(found)})
    try:
        actions.call_off(found, by=request.user)
        messages.success(request, "The round is called off.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return to_round(found)


def led(request: OrganisationRequest, round_id: int) -> Round:
    """404 for one of another organisation, 403 for those who do not lead it."""
    found = queries.round_in(request.organisation, round_id)
    if not may_lead(request, found):
        raise PermissionDenied(f"{found.lead} leads this round. It does not allow others to change it.")
    return found


def may_lead(request: OrganisationRequest, found: Round) -> bool:
    return queries.leads(request.membership, found)


def to_round(found: Round) -> HttpResponse:
    return redirect(address_of(found))


def address_of(found: Round) -> str:
    return reverse("maturity:round", args=[found.organisation.slug, found.pk])
