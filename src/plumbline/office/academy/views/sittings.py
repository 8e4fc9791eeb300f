"""Tests and exams: begun, answered question by question, looked at afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.academy import actions, queries
from plumbline.office.academy.given import answer_in
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("learn")
@require_POST
def begin_test(request: OrganisationRequest, course: str, lesson: str) -> HttpResponse:
    _, one = queries.lesson_in(request.organisation, course, lesson)
    if request.POST.get("do") != "begin":
        return redirect("academy:lesson", request.organisation.slug, course, lesson)
    try:
        found = actions.begin_test(request.organisation, one, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("academy:lesson", request.organisation.slug, course, lesson)
    return redirect("academy:sitting", request.organisation.slug, found.pk)


@organisation_page("learn")
@require_POST
def begin_exam(request: OrganisationRequest, course: str) -> HttpResponse:
    seen = queries.course_seen(request.organisation, request.user, course)
    if request.POST.get("do") == "begin":
        try:
            found = actions.begin_exam(request.organisation, seen.course, by=request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            return redirect("academy:sitting", request.organisation.slug, found.pk)
    return redirect("academy:course", request.organisation.slug, course)


@require_safe
@organisation_page("learn")
def sitting(request: OrganisationRequest, sitting_id: int) -> HttpResponse:
    """The next question; after a question of a test what came of it first; at the end the result."""
    found = queries.sitting_of(request.organisation, request.user, sitting_id)
    asked = queries.asked(found) if found.ended_at is None else None
    context = {"tab": "learn", "sitting": found}
    if asked is None:
        return render_page(request, "academy/result.html", context | {"result": queries.result(found)})
    shows_last = not found.is_exam and request.GET.get("after")
    last = queries.last_answered(found) if shows_last else None
    return render_page(request, "academy/question.html", context | {"asked": asked, "last": last})


@organisation_page("learn")
@require_POST
def answer(request: OrganisationRequest, sitting_id: int) -> HttpResponse:
    """``question`` says which one is answered, so that nothing is counted twice when it is sent again."""
    found = queries.sitting_of(request.organisation, request.user, sitting_id)
    asked = queries.asked(found) if found.ended_at is None else None
    there = redirect("academy:sitting", request.organisation.slug, sitting_id)
    if asked is None or request.POST.get("question") != asked.key:
        return there
    try:
        actions.answer(found, asked.key, answer_in(request.POST, asked), by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return there
    if not found.is_exam:
        there["Location"] += "?after=1"
    return there
