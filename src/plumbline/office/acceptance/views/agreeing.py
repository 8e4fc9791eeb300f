"""The buttons with which people agree, take it back, and say something."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.acceptance import actions, queries
from plumbline.office.acceptance.forms import AgreeForm, CommentForm
from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.views.places import project_of
from plumbline.office.foundation.forms import tried
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("agree_on_criteria")
@require_POST
def agree(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    """On the text that was shown: if it has changed since, nobody agrees by accident."""
    found, form = _found(request, project_id, criterion_id), AgreeForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        voice, number, remark = given["voice"], given["text"], given["remark"]
        deed = lambda: actions.agree(found, by=request.user, voice=voice, text_number=number, remark=remark)  # noqa: E731
        tried(request, deed, f"You agreed on text {number}.")
    else:
        messages.error(request, "Choose for which voice you agree.")
    return _back(request, found, "voices")


@organisation_page("agree_on_criteria")
@require_POST
def take_back(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    found, form = _found(request, project_id, criterion_id), AgreeForm(request.POST)
    if form.is_valid():
        voice, remark = form.cleaned_data["voice"], form.cleaned_data["remark"]
        deed = lambda: actions.take_back(found, by=request.user, voice=voice, remark=remark)  # noqa: E731
        tried(request, deed, "You do not agree any more.")
    else:
        messages.error(request, "Choose for which voice you take it back.")
    return _back(request, found, "voices")


@organisation_page("agree_on_criteria")
@require_POST
def comment(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    found = _found(request, project_id, criterion_id)
    form = CommentForm(queries.speakers(found.project).voices_of(request.user), request.POST)
    if form.is_valid():
        tried(request, lambda: actions.comment(found, by=request.user, **form.cleaned_data), "It is said.")
    else:
        messages.error(request, "Say something first, in up to 4,000 characters.")
    return _back(request, found, "discussion")


def _found(request: OrganisationRequest, project_id: int, criterion_id: int) -> Criterion:
    return queries.criterion(project_of(request, project_id), criterion_id)


def _back(request: OrganisationRequest, found: Criterion, part: str) -> HttpResponse:
    response = redirect("acceptance:criterion", request.organisation.slug, found.project_id, found.pk)
    response["Location"] += f"#{part}"
    return response
