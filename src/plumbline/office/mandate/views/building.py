"""The builder: a page for each chapter, in any order, left and resumed at will."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.mandate import actions
from plumbline.office.mandate.chapters import CHAPTERS, Chapter, after
from plumbline.office.mandate.forms import PART_FORMS, AnswerForm, CommonChallengesForm, mandate_form
from plumbline.office.mandate.models import Answer
from plumbline.office.mandate.queries.builder import builder
from plumbline.office.mandate.queries.written import mandate_of
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("write_mandate")
def chapter(request: OrganisationRequest, chapter: str) -> HttpResponse:
    about = _chapter(chapter)
    own, part = _own_form(request, about), _part_form(request, about)
    if own is not None and "own" in request.POST:
        done = attempt(own, lambda: actions.change_mandate(request.organisation, by=request.user, **own.cleaned_data))
        if done:
            messages.success(request, f"{about.title}: saved.")
            following = after(about.name)
            return redirect("mandate:chapter", request.organisation.slug, (following or about).name)
    if part is not None and "part" in request.POST and attempt(part, lambda: _add(request, about, part.cleaned_data)):
        messages.success(request, "It is added.")
        return redirect("mandate:chapter", request.organisation.slug, about.name)
    return chapter_page(request, about, own=own, part=part)


@organisation_page("write_mandate")
@require_POST
def add_common(request: OrganisationRequest) -> HttpResponse:
    form = CommonChallengesForm(set(), request.POST)
    if form.is_valid():
        for key in form.cleaned_data["keys"]:
            actions.add_challenge(request.organisation, by=request.user, key=key)
        messages.success(request, "They are added, with what they are measured by.")
    else:
        messages.error(request, "Choose at least one of the common challenges.")
    return redirect("mandate:chapter", request.organisation.slug, "challenges")


@organisation_page("write_mandate")
@require_POST
def answer(request: OrganisationRequest) -> HttpResponse:
    form = AnswerForm(request.organisation, request.POST)

    def do() -> Answer:
        given = form.cleaned_data
        return actions.answer_challenge(given["challenge"], given["service"], by=request.user, how=given["how"])

    if attempt(form, do):
        messages.success(request, "It is noted.")
        return redirect("mandate:chapter", request.organisation.slug, "services")
    return chapter_page(request, CHAPTERS["services"], answer=form)


@organisation_page("write_mandate")
@require_POST
def remove_answer(request: OrganisationRequest, answer_id: int) -> HttpResponse:
    found = Answer.objects.filter(challenge__organisation=request.organisation, pk=answer_id)
    held = found.select_related("challenge__organisation", "service").first()
    if held is None:
        raise Http404
    actions.unanswer_challenge(held, by=request.user)
    messages.success(request, f"{held.service} no longer answers “{held.challenge}”.")
    return redirect("mandate:chapter", request.organisation.slug, "services")


def chapter_page(
    request: OrganisationRequest,
    about: Chapter,
    *,
    own: Any = None,
    part: Any = None,
    answer: AnswerForm | None = None,
) -> HttpResponse:
    """With the form that was refused in place of an empty one."""
    found = builder(request.organisation, about)
    context = {
        "tab": "charter",
        "builder": found,
        "own": own,
        "part": part,
        "answer": answer or (AnswerForm(request.organisation) if about.name == "services" else None),
        "common": CommonChallengesForm(found.taken) if about.name == "challenges" else None,
    }
    return render_page(request, "mandate/chapter.html", context)


def _own_form(request: OrganisationRequest, about: Chapter) -> Any:
    if not about.fields:
        return None
    data = request.POST if "own" in request.POST else None
    return mandate_form(about.fields)(request.organisation, data, instance=mandate_of(request.organisation))


def _part_form(request: OrganisationRequest, about: Chapter) -> Any:
    if about.part is None:
        return None
    return PART_FORMS[about.part](request.organisation, request.POST if "part" in request.POST else None)


def _add(request: OrganisationRequest, about: Chapter, given: dict[str, Any]) -> Any:
    add: Any = {
        "challenges": actions.add_challenge,
        "authority": actions.add_authority,
        "responsibilities": actions.add_responsibility,
        "people": actions.add_post,
        "measures": actions.add_measure,
        "roadmap": _add_step,
    }[about.name]
    return add(request.organisation, by=request.user, **given)


def _add_step(*args: Any, done_on: Any = None, **given: Any) -> Any:
    item = actions.add_roadmap_item(*args, **given)
    if done_on:
        actions.finish_roadmap_item(item, by=given["by"], on=done_on)
    return item


def _chapter(name: str) -> Chapter:
    if name not in CHAPTERS:
        raise Http404
    return CHAPTERS[name]
