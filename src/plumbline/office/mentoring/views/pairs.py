"""One pair, for its two and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.mentoring import actions, queries
from plumbline.office.mentoring.forms import (
    ActionForm,
    AnswerForm,
    CheckInForm,
    CloseForm,
    NoteForm,
    ReviewForm,
    SessionForm,
)
from plumbline.office.mentoring.models import Pair
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today

SHOWN = 50
"""Of notes, the latest; so many are opened for one page."""


@require_safe
@organisation_page("take_part_in_mentoring")
def pair(request: OrganisationRequest, pair_id: int) -> HttpResponse:
    return _page(request, queries.pair_in(request.membership, pair_id))


@organisation_page("take_part_in_mentoring")
@require_POST
def answer(request: OrganisationRequest, pair_id: int) -> HttpResponse:
    found = queries.pair_in(request.membership, pair_id)
    form = AnswerForm(request.POST)

    def do() -> Pair:
        deed = actions.agree_to_pair if form.cleaned_data["answer"] == "yes" else actions.decline_pair
        return deed(found, by=request.user)

    if answered := attempt(form, do):
        messages.success(request, _told(answered))
    elif not form.errors.get("answer"):
        messages.error(request, "There is nothing to answer any more.")
    return _to(request, found)


@organisation_page("take_part_in_mentoring")
@require_POST
def do(request: OrganisationRequest, pair_id: int, change: str) -> HttpResponse:
    """``change`` is one of the keys of ``_DEEDS``. The page with the form, if it was refused."""
    found = queries.pair_in(request.membership, pair_id)
    if change not in _DEEDS:
        raise Http404
    kind, deed, said = _DEEDS[change]
    form = kind(found, request.POST) if kind is ActionForm else kind(request.POST)

    def run() -> bool:
        deed(found, by=request.user, **({} if kind is CloseForm else form.cleaned_data))
        return True

    if attempt(form, run):
        messages.success(request, said)
        return _to(request, found)
    return _page(request, found, {change: form})


@organisation_page("take_part_in_mentoring")
@require_POST
def cancel_session(request: OrganisationRequest, session_id: int) -> HttpResponse:
    session = queries.session_in(request.membership, session_id)
    if request.POST.get("cancel") == "yes":
        tried(request, lambda: actions.cancel_session(session, by=request.user), "It is called off.")
    return _to(request, session.pair)


@organisation_page("take_part_in_mentoring")
@require_POST
def finish(request: OrganisationRequest, pair_action_id: int) -> HttpResponse:
    agreed = queries.action_in(request.membership, pair_action_id)
    done = request.POST.get("done")
    if done in ("yes", "no"):
        tried(request, lambda: actions.finish_action(agreed, by=request.user, done=done == "yes"), "It is kept.")
    return _to(request, agreed.pair)


_Deed = tuple[type[forms.Form], Callable[..., object], str]
_DEEDS: dict[str, _Deed] = {
    "notes": (NoteForm, actions.note, "Your note is kept."),
    "session": (SessionForm, actions.plan_session, "The session is kept."),
    "agree": (ActionForm, actions.agree_action, "It is agreed."),
    "check-in": (CheckInForm, actions.check_in, "Thank you. Only counts are seen by others."),
    "close": (CloseForm, actions.close_pair, "The pair is closed. Thank you, both of you."),
    "review": (ReviewForm, actions.review, "Thank you for looking back."),
}


def _page(request: OrganisationRequest, found: Pair, refused: dict[str, forms.Form] | None = None) -> HttpResponse:
    if not (found.is_proposed or found.is_running or found.is_closed):
        return render_page(request, "mentoring/gone.html", {"pair": found})
    bound, day = refused or {}, today(request.organisation)
    reviews = {each.person_id: each for each in found.reviews.all()}
    context: dict[str, Any] = {
        "pair": found,
        "day": day,
        "other": found.other(request.user),
        "is_mentor": found.mentor_id == request.user.pk,
        "has_agreed": found.has_agreed(request.user),
        "goals": found.programme.wishes.filter(person=found.mentee).first(),
        "sessions": found.sessions.filter(cancelled_at=None),
        "notes": found.notes.select_related("by")[:SHOWN],
        "agreed": found.actions.select_related("owner"),
        "checked": found.check_ins.filter(person=request.user).first(),
        "own_review": reviews.get(request.user.pk),
        "their_review": reviews.get(found.other(request.user).pk),
        "session_form": bound.get("session") or SessionForm(),
        "note_form": bound.get("notes") or NoteForm(),
        "agree_form": bound.get("agree") or ActionForm(found, initial={"owner": found.mentee_id}),
        "check_in_form": bound.get("check-in") or CheckInForm(),
        "review_form": bound.get("review") or ReviewForm(),
    }
    return render_page(request, "mentoring/pair.html", context)


def _told(answered: Pair) -> str:
    if answered.is_running:
        return "Both of you agreed: it begins."
    return "Thank you. It begins when the other agrees too." if answered.is_proposed else "It is no longer proposed."


def _to(request: OrganisationRequest, found: Pair) -> HttpResponse:
    return redirect("mentoring:pair", request.organisation.slug, found.pk)
