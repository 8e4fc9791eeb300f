"""Asking for a service, the queue of what was asked, and one request."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.services import actions, queries
from plumbline.office.services.deeds import DEEDS, deeds_of
from plumbline.office.services.exports import request_lines
from plumbline.office.services.forms import AskForm, QueueForm
from plumbline.office.services.levels import clock_of, left_of
from plumbline.office.services.models import ServiceRequest

PER_PAGE = 40
MOST_EXPORTED = 5000


@require_safe
@organisation_page("work_on_service_requests")
def queue(request: OrganisationRequest) -> HttpResponse:
    form = QueueForm(request.organisation, request.user, request.GET or None)
    moment = now()
    page = Paginator(queries.queue(request.organisation, moment, form.chosen), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "tab": "requests",
        "form": form,
        "narrows": form.chosen.narrows,
        "page": page,
        "rows": queries.rows_of(request.organisation, list(page), moment),
    }
    return render_page(request, "services/queue.html", context)


@require_safe
@organisation_page("work_on_service_requests")
def queue_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    form = QueueForm(request.organisation, request.user, request.GET or None)
    found = queries.queue(request.organisation, now(), form.chosen)[:MOST_EXPORTED]
    return table_file(f"requests-{request.organisation.slug}", extension, request_lines(found), frozen_columns=2)


@require_safe
@organisation_page("ask_for_services")
def mine(request: OrganisationRequest) -> HttpResponse:
    found = queries.mine(request.organisation, request.user)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = queries.rows_of(request.organisation, list(page), now())
    return render_page(request, "services/mine.html", {"tab": "services", "page": page, "rows": rows})


@require_http_methods(["GET", "POST"])
@organisation_page("ask_for_services")
def ask(request: OrganisationRequest, service_id: int) -> HttpResponse:
    service = queries.service_in(request.organisation, service_id)
    form = AskForm(service, request.POST or None)

    def do() -> ServiceRequest:
        given = {name: form.cleaned_data[name] for name in ("title", "details", "project")}
        return actions.ask_for_service(service, by=request.user, answers=form.answers, **given)

    if asked := attempt(form, do):
        messages.success(request, f"It is asked for: S-{asked.number}. You are told what becomes of it.")
        return _to(request, asked)
    return render_page(request, "services/ask.html", {"tab": "services", "service": service, "form": form})


@require_safe
@organisation_page("see_services")
def request(request: OrganisationRequest, number: int) -> HttpResponse:
    return _page(request, queries.request_in(request.membership, number))


@organisation_page("ask_for_services")
@require_POST
def do(request: OrganisationRequest, number: int, deed: str) -> HttpResponse:
    """The page with the form of the deed, if it was refused; also when it does not fit any more."""
    asked = queries.request_in(request.membership, number)
    chosen = next((each for each in DEEDS if each.name == deed), None)
    if chosen is None:
        raise Http404
    if not chosen.fits(asked, request.membership):
        messages.error(request, f"“{chosen.title}” cannot be done now: look at what happened meanwhile.")
        return _to(request, asked)
    form = chosen.form_for(asked, request.POST)

    def run() -> bool:
        chosen.do(asked, request.user, form.cleaned_data)
        return True

    if attempt(form, run):
        messages.success(request, chosen.done)
        return _to(request, asked)
    return _page(request, asked, {deed: form})


def _page(
    request: OrganisationRequest, asked: ServiceRequest, refused: dict[str, forms.Form] | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "tab": "requests" if asked.asked_by_id != request.user.pk else "services",
        "asked": asked,
        "left": left_of(asked, clock_of(asked.organisation), now()),
        "events": asked.events.select_related("by", "assignee"),
        "efforts": list(asked.efforts.select_related("person")),
        "deeds": [
            (each, (refused or {}).get(each.name) or each.form_for(asked))
            for each in deeds_of(asked, request.membership)
        ],
    }
    context["effort"] = sum(each.minutes for each in context["efforts"])
    return render_page(request, "services/request.html", context)


def _to(request: OrganisationRequest, asked: ServiceRequest) -> HttpResponse:
    return redirect("services:request", request.organisation.slug, asked.number)
