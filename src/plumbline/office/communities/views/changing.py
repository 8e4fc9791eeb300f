"""Authors change and withdraw what they said."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.communities import actions, queries
from plumbline.office.communities.forms import AnswerForm, ChangeQuestionForm
from plumbline.office.communities.models import CommunityAnswer, CommunityQuestion
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("take_part_in_communities")
def edit_question(request: OrganisationRequest, community_question_id: int) -> HttpResponse:
    found = queries.question_in(request.organisation, community_question_id)
    begun = {"title": found.title, "text": found.text}
    return _page(request, found, found, ChangeQuestionForm(request.POST or None, initial=begun))


@organisation_page("take_part_in_communities")
def edit_answer(request: OrganisationRequest, community_answer_id: int) -> HttpResponse:
    found = queries.answer_in(request.organisation, community_answer_id)
    return _page(request, found, found.question, AnswerForm(request.POST or None, initial={"text": found.text}))


def _page(
    request: OrganisationRequest,
    said: CommunityQuestion | CommunityAnswer,
    question: CommunityQuestion,
    form: ChangeQuestionForm | AnswerForm,
) -> HttpResponse:
    if said.by_id != request.user.pk:
        raise PermissionDenied("Your role does not allow this: who wrote it changes or withdraws it.")

    def do() -> bool:
        actions.change_words(said, by=request.user, **form.cleaned_data)
        return True

    if request.POST.get("do") == "withdraw":
        tried(request, lambda: actions.withdraw_words(said, by=request.user), "It is withdrawn.")
        return redirect("communities:question", request.organisation.slug, question.pk)
    if attempt(form, do):
        messages.success(request, "It is changed. What it said before can be read below it.")
        return redirect("communities:question", request.organisation.slug, question.pk)
    context = {"form": form, "question": question, "is_answer": isinstance(said, CommunityAnswer)}
    return render_page(request, "communities/change.html", context)
