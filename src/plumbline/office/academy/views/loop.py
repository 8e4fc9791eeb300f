"""Lessons proposed by findings, and which lessons work."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.academy import actions, queries
from plumbline.office.academy.forms import ProposalForm
from plumbline.office.academy.queries.loop import lines_of_effects
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today

PER_PAGE = 50
TIME_TO_LEARN = timedelta(weeks=4)


@require_safe
@organisation_page("oversee_learning")
def proposals(request: OrganisationRequest) -> HttpResponse:
    page = Paginator(queries.open_proposals(request.organisation), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tab": "learners",
        "page": page,
        "rows": queries.with_lessons(request.organisation, page),
        "due_on": today(request.organisation) + TIME_TO_LEARN,
    }
    return render_page(request, "academy/proposals.html", context)


@organisation_page("learn")
@require_POST
def decide_proposal(request: OrganisationRequest, proposal_id: int) -> HttpResponse:
    """Whoever it is proposed to may set it aside; the PMO may as well, or ask the course of them."""
    found, oversees = queries.proposal(request.organisation, proposal_id), may(request.membership, "oversee_learning")
    is_mine = found.person_id == request.user.pk
    form = ProposalForm(request.POST)
    chosen = form.cleaned_data["do"] if form.is_valid() else ""
    if not (oversees or is_mine) or (chosen == "assign" and not oversees):
        raise PermissionDenied("Your role does not allow you to decide about this proposal.")
    if chosen == "assign":
        due_on = form.cleaned_data["due_on"]
        asked = f"{found.person} is asked to learn it, and told why."
        tried(request, lambda: actions.assign_proposed(found, by=request.user, due_on=due_on), asked)
    elif chosen:
        tried(request, lambda: actions.set_aside(found, by=request.user), "It is set aside.")
    return redirect("academy:catalogue" if is_mine else "academy:proposals", request.organisation.slug)


@require_safe
@organisation_page("oversee_learning")
def effects(request: OrganisationRequest) -> HttpResponse:
    context = {"tab": "learners", "rows": queries.effects(request.organisation)}
    return render_page(request, "academy/effects.html", context)


@require_safe
@organisation_page("oversee_learning")
def effects_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    lines = lines_of_effects(queries.effects(request.organisation))
    return table_file(f"lessons-{request.organisation.slug}", extension, lines, frozen_columns=2)
