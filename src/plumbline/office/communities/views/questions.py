"""A question with its answers, and what may be done about them."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.communities import actions, queries
from plumbline.office.communities.actions.rights import leads
from plumbline.office.communities.forms import AnswerForm, AskForm
from plumbline.office.communities.models import CommunityQuestion
from plumbline.office.communities.topics import choices, titles
from plumbline.office.communities.views.communities import standard_now
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("take_part_in_communities")
def ask(request: OrganisationRequest, community_id: int) -> HttpResponse:
    found = queries.community_in(request.organisation, request.user, community_id)
    form = AskForm(choices(standard_now(request.organisation)), request.POST or None)

    def do() -> CommunityQuestion:
        return actions.ask(found, by=request.user, **form.cleaned_data)

    if asked := attempt(form, do):
        messages.success(request, "Your question is asked, and the members are told.")
        return _to(request, asked)
    return render_page(request, "communities/ask.html", {"form": form, "community": found})


@organisation_page("take_part_in_communities")
def question(request: OrganisationRequest, community_question_id: int) -> HttpResponse:
    found = queries.question_in(request.organisation, community_question_id)
    form = AnswerForm(request.POST or None)
    if attempt(form, lambda: actions.answer(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "Your answer stands there.")
        return _to(request, found)
    is_lead = leads(found.community, request.user)
    context = {
        "question": found,
        "said": queries.question_page(found, request.user),
        "form": form,
        "is_lead": is_lead,
        "may_accept": is_lead or found.by_id == request.user.pk,
        "topic": titles(standard_now(request.organisation)).get(found.topic, found.topic),
    }
    return render_page(request, "communities/question.html", context)


@organisation_page("take_part_in_communities")
@require_POST
def do_question(request: OrganisationRequest, community_question_id: int) -> HttpResponse:
    found = queries.question_in(request.organisation, community_question_id)
    by, because = request.user, request.POST.get("because", "")
    deeds: dict[str, tuple[Callable[[], None], str]] = {
        "hide": (lambda: actions.hide(found, by=by, because=because), "The question is hidden."),
        "show": (lambda: actions.show_again(found, by=by), "The question is shown again."),
    }
    return _done(request, deeds, found)


@organisation_page("take_part_in_communities")
@require_POST
def do_answer(request: OrganisationRequest, community_answer_id: int) -> HttpResponse:
    found = queries.answer_in(request.organisation, community_answer_id)
    by, because = request.user, request.POST.get("because", "")
    deeds: dict[str, tuple[Callable[[], None], str]] = {
        "helps": (lambda: actions.vote(found, by=by, helps=True), "You said that it helps."),
        "unvote": (lambda: actions.vote(found, by=by, helps=False), "Your vote is taken back."),
        "accept": (lambda: actions.accept(found, by=by, seen=request.POST.get("seen", "")), "The answer is accepted."),
        "retire": (lambda: actions.retire(found, by=by, because=because), "It is no longer guidance."),
        "hide": (lambda: actions.hide(found, by=by, because=because), "The answer is hidden."),
        "show": (lambda: actions.show_again(found, by=by), "The answer is shown again."),
    }
    return _done(request, deeds, found.question)


def _done(
    request: OrganisationRequest, deeds: dict[str, tuple[Callable[[], None], str]], found: CommunityQuestion
) -> HttpResponse:
    wanted = deeds.get(request.POST.get("do", ""))
    if wanted:
        tried(request, *wanted)
    return _to(request, found)


def _to(request: OrganisationRequest, found: CommunityQuestion) -> HttpResponse:
    return redirect("communities:question", request.organisation.slug, found.pk)
