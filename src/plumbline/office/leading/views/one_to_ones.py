"""One-to-ones: planned by whoever leads managers, seen by the two whose talk it is and by nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.leading import actions, queries
from plumbline.office.leading.forms import AgreeForm, NotesForm, WhenForm
from plumbline.office.leading.models import OneToOne
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import people_in


@organisation_page("lead_managers")
def plan(request: OrganisationRequest, person_id: int) -> HttpResponse:
    person = people_in(request.organisation).filter(pk=person_id).first()
    if person is None:
        raise Http404
    form = WhenForm(request.POST or None)

    def do() -> OneToOne:
        at = form.cleaned_data["moment"]
        return actions.plan_one_to_one(request.organisation, by=request.user, manager=person, at=at)

    if meeting := attempt(form, do):
        messages.success(request, f"It is planned, and {person} is told.")
        return _to(request, meeting)
    return render_page(request, "leading/plan_one_to_one.html", {"tab": "managers", "person": person, "form": form})


@require_safe
@organisation_page("see_own_caseload")
def one_to_one(request: OrganisationRequest, one_to_one_id: int) -> HttpResponse:
    return _page(request, queries.one_to_one(request.organisation, request.user, one_to_one_id))


@organisation_page("see_own_caseload")
@require_POST
def do(request: OrganisationRequest, one_to_one_id: int, change: str) -> HttpResponse:
    """``change`` is one of notes, move, agree; and of hold, cancel, whose button says "yes"."""
    meeting = queries.one_to_one(request.organisation, request.user, one_to_one_id)
    if change not in _DEEDS:
        raise Http404
    form, act, said = _DEEDS[change](request, meeting)

    def run() -> bool:
        act(form.cleaned_data)
        return True

    if attempt(form, run):
        messages.success(request, said)
        return _to(request, meeting)
    return _page(request, meeting, {change: form})


@organisation_page("see_own_caseload")
@require_POST
def close(request: OrganisationRequest, agreed_action_id: int) -> HttpResponse:
    """An agreed action is done, or open again; ``done`` says which."""
    agreed = queries.agreed_action(request.organisation, request.user, agreed_action_id)
    if request.POST.get("done") in ("yes", "no"):
        actions.close_action(agreed, by=request.user, done=request.POST["done"] == "yes")
    if request.POST.get("back") == "own":
        return redirect("leading:own", request.organisation.slug)
    return _to(request, agreed.one_to_one)


class _Sure(forms.Form):
    sure = forms.ChoiceField(choices=[("yes", "yes")])


_Act = Callable[[dict[str, Any]], object]
_Prepared = tuple[forms.Form, _Act, str]


def _notes(request: OrganisationRequest, meeting: OneToOne) -> _Prepared:
    form = NotesForm(request.POST, is_readable=queries.own_notes(meeting, request.user) is not None)

    def act(said: dict[str, Any]) -> None:
        if "notes" in request.POST:
            actions.note_in_one_to_one(meeting, by=request.user, notes=said["notes"], own=said.get("own"))

    return form, act, "Your notes are kept."


def _move(request: OrganisationRequest, meeting: OneToOne) -> _Prepared:
    def act(said: dict[str, Any]) -> None:
        actions.move_one_to_one(meeting, by=request.user, at=said["moment"])

    return WhenForm(request.POST), act, f"It is moved, and {meeting.other(request.user)} is told."


def _agree(request: OrganisationRequest, meeting: OneToOne) -> _Prepared:
    def act(said: dict[str, Any]) -> None:
        actions.agree_action(meeting, by=request.user, **said)

    return AgreeForm(meeting, request.POST), act, "It is agreed."


def _hold(request: OrganisationRequest, meeting: OneToOne) -> _Prepared:
    return _Sure(request.POST), lambda said: actions.hold_one_to_one(meeting, by=request.user), "It is marked as held."


def _cancel(request: OrganisationRequest, meeting: OneToOne) -> _Prepared:
    def act(said: dict[str, Any]) -> None:
        actions.cancel_one_to_one(meeting, by=request.user)

    return _Sure(request.POST), act, f"It is called off, and {meeting.other(request.user)} is told."


_DEEDS = {"notes": _notes, "move": _move, "agree": _agree, "hold": _hold, "cancel": _cancel}


def _page(
    request: OrganisationRequest, meeting: OneToOne, refused: dict[str, forms.Form] | None = None
) -> HttpResponse:
    own = queries.own_notes(meeting, request.user)
    bound = refused or {}
    context = {
        "tab": "own" if meeting.manager_id == request.user.pk else "managers",
        "meeting": meeting,
        "other": meeting.other(request.user),
        "actions": meeting.actions.select_related("owner"),
        "is_readable": own is not None,
        "notes_form": bound.get("notes")
        or NotesForm(initial={"notes": meeting.notes, "own": own}, is_readable=own is not None),
        "agree_form": bound.get("agree") or AgreeForm(meeting, initial={"owner": meeting.manager_id}),
        "when_form": bound.get("move") or WhenForm(initial=WhenForm.of(meeting)),
    }
    return render_page(request, "leading/one_to_one.html", context)


def _to(request: OrganisationRequest, meeting: OneToOne) -> HttpResponse:
    return redirect("leading:one_to_one", request.organisation.slug, meeting.pk)
