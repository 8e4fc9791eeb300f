"""One review of a gate, what its people say in it, and the decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Gate
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.gates import actions, queries
from plumbline.office.gates.forms import (
    ConditionForm,
    ConsentForm,
    DecisionForm,
    RatingForm,
    RecommendationForm,
    ReplanForm,
    WithdrawForm,
)
from plumbline.office.gates.models import GateReview
from plumbline.office.gates.queries.reviews import Parts, decisions_allowed
from plumbline.office.gates.review_page import lessons_at, review_page
from plumbline.office.governance import queries as governance
from plumbline.office.people.access import OrganisationRequest, organisation_page


@dataclass(frozen=True, slots=True)
class Room:
    """A review with the gate as the project's standard has it now, and the parts of whoever looks."""

    review: GateReview
    standard: Standard
    gate: Gate
    parts: Parts

    def roles_to_agree(self) -> list[tuple[str, str]]:
        return [(each, self.standard.roles[each].title) for each in self.parts.agrees or self.gate.agrees]


@require_safe
@organisation_page("see_projects")
def review(request: OrganisationRequest, review_id: int) -> HttpResponse:
    found = queries.review(request.organisation, review_id)
    if found.state == GateReview.State.DECIDED:
        return redirect("gates:record", request.organisation.slug, found.decision.pk)
    page = review_page(found, request.user)
    context = {"page": page, "review": found, "project": found.project, "tab": "life cycle"}
    if page and may(request.membership, "see_registers"):
        context |= lessons_at(found, page, request.membership)
    return render_page(request, "gates/review.html", context)


@organisation_page("see_projects")
def rate(request: OrganisationRequest, review_id: int) -> HttpResponse:
    room = _room(request, review_id)
    form = RatingForm(room.standard.confidence_scale, room.parts.leads, request.POST or None)
    scale = room.standard.confidence_scale if room.gate.confidence else None
    return _say(request, room, form, actions.rate, "Rate", scale=scale)


@organisation_page("see_projects")
def consent(request: OrganisationRequest, review_id: int) -> HttpResponse:
    room = _room(request, review_id)
    form = ConsentForm(room.roles_to_agree(), request.POST or None)
    return _say(request, room, form, actions.consent, "Agree or dissent")


@organisation_page("see_projects")
def propose_condition(request: OrganisationRequest, review_id: int) -> HttpResponse:
    room = _room(request, review_id)
    failed = [(each.rule, each.title) for each in queries.gather(room.review.project, room.standard).failed]
    form = ConditionForm(request.organisation, failed, request.POST or None, initial=request.GET.dict())
    return _say(request, room, form, actions.propose_condition, "Propose a condition")


@organisation_page("see_projects")
def recommend(request: OrganisationRequest, review_id: int) -> HttpResponse:
    room = _room(request, review_id)
    form = RecommendationForm(request.POST or None)
    return _say(request, room, form, actions.recommend, "Recommend")


@organisation_page("see_projects")
def replan(request: OrganisationRequest, review_id: int) -> HttpResponse:
    room = _room(request, review_id)
    form = ReplanForm(request.POST or None, initial={"planned_on": room.review.planned_on})
    return _say(request, room, form, actions.replan, "Plan another day")


@organisation_page("see_projects")
def withdraw(request: OrganisationRequest, review_id: int) -> HttpResponse:
    """Possible as well where the standard has dropped the gate since."""
    found = queries.review(request.organisation, review_id)
    if found.opened_by_id != request.user.pk and not may(request.membership, "assess_gates"):
        raise PermissionDenied("Your part in this project does not allow this: withdraw a review.")
    form = WithdrawForm(request.POST or None)
    if attempt(form, lambda: _done(actions.withdraw_review, found, request, form)):
        messages.success(request, "The review is withdrawn. Its answers stay.")
        return redirect("gates:standing", request.organisation.slug, found.project_id)
    context = {"form": form, "review": found, "project": found.project, "tab": "life cycle"}
    return render_page(request, "gates/withdraw.html", context)


@organisation_page("see_projects")
def decide(request: OrganisationRequest, review_id: int) -> HttpResponse:
    room = _room(request, review_id)
    form = DecisionForm(decisions_allowed(room.gate), request.POST or None)
    decided = attempt(form, lambda: actions.decide(room.review, by=request.user, **form.cleaned_data))
    if decided:
        messages.success(request, f"{room.review.title} is decided: {decided.get_outcome_display()}.")
        return redirect("gates:record", request.organisation.slug, decided.pk)
    page = review_page(room.review, request.user)
    context = {"form": form, "page": page, "review": room.review, "project": room.review.project, "tab": "life cycle"}
    return render_page(request, "gates/decide.html", context)


def _room(request: OrganisationRequest, review_id: int) -> Room:
    """404 for what is not theirs; a person without a part in the review may look at it, and no more."""
    found = queries.review(request.organisation, review_id)
    standard = governance.standard_for(found.project)
    gate = queries.gate_of(standard, found.gate)
    assert standard is not None
    parts = queries.parts_of(request.user, found.project, standard, gate, found)
    if not parts.takes_part:
        raise PermissionDenied("Your part in this project does not allow this: take part in the review.")
    return Room(found, standard, gate, parts)


def _say(
    request: OrganisationRequest, room: Room, form: forms.Form, do: Callable[..., object], title: str, **more: object
) -> HttpResponse:
    """A form that adds one thing to a review, and leads back to it."""
    if attempt(form, lambda: _done(do, room.review, request, form)):
        messages.success(request, "It is kept.")
        return redirect("gates:review", request.organisation.slug, room.review.pk)
    context = {"form": form, "review": room.review, "project": room.review.project, "title": title, "tab": "life cycle"}
    return render_page(request, "gates/say.html", {**context, **more})


def _done(do: Callable[..., object], review: GateReview, request: OrganisationRequest, form: forms.Form) -> bool:
    do(review, by=request.user, **form.cleaned_data)
    return True
