"""The requests somebody may see, and one of them with where it is."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.intake import actions, queries
from plumbline.office.intake.forms import SayForm, StateForm
from plumbline.office.intake.models import ScoreSheet, State
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.registers import queries as registers

PAGE_LENGTH = 25


@require_safe
@organisation_page("submit_requests")
def requests(request: OrganisationRequest) -> HttpResponse:
    filters = queries.Filters.read(request.GET, "open" if may(request.membership, "triage_requests") else "mine")
    page = Paginator(queries.requests_for(request.membership, filters), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": page,
        "rows": [(each, queries.where(each)) for each in page],
        "form": StateForm(request.GET),
        "now": now(),
    }
    return render_page(request, "intake/requests.html", context)


@require_safe
@organisation_page("submit_requests")
def one(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    is_own = asked.author_id == request.user.pk
    offered_at = f"request:{asked.pk}"
    words = f"{asked.title} {asked.what}"
    sees = may(request.membership, "see_registers")
    context = {
        "asked": asked,
        "lessons": registers.offered(request.organisation, words, offered_at) if sees else [],
        "offered_at": offered_at,
        "may_answer": asked.is_open and may(request.membership, "raise_entries"),
        "where": queries.where(asked),
        "steps": list(queries.steps_of(asked)),
        "is_own": is_own,
        "may_triage": not is_own and asked.is_open and may(request.membership, "triage_requests"),
        "may_score": not is_own and asked.state == State.SCORING and may(request.membership, "score_requests"),
        "has_scored": ScoreSheet.objects.filter(request=asked, scorer=request.user).exists(),
        "form": SayForm() if asked.is_open else None,
    }
    return render_page(request, "intake/request.html", context)


@require_POST
@organisation_page("submit_requests")
def say(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    form = SayForm(request.POST)
    try:
        if form.is_valid():
            actions.say(asked, by=request.user, note=form.cleaned_data["note"])
        else:
            messages.error(request, "Write something, at most 4,000 characters.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("intake:request", request.organisation.slug, asked.pk)
