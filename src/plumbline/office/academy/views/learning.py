"""The catalogue, a course, and a lesson to read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.academy import actions, queries
from plumbline.office.academy.actions.sitting import attempts_left
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_safe
@organisation_page("learn")
def catalogue(request: OrganisationRequest) -> HttpResponse:
    context = {
        "tab": "learn",
        "catalogue": queries.catalogue(request.organisation, request.user),
        "proposed": queries.proposed_to(request.organisation, request.user),
        "elsewhere": list(queries.results_from_elsewhere(request.organisation, request.user)),
    }
    return render_page(request, "academy/catalogue.html", context)


@require_safe
@organisation_page("learn")
def course(request: OrganisationRequest, course: str) -> HttpResponse:
    seen = queries.course_seen(request.organisation, request.user, course)
    left = attempts_left(request.organisation, seen.course, request.user)
    return render_page(request, "academy/course.html", {"tab": "learn", "seen": seen, "left": left})


@require_safe
@organisation_page("learn")
def lesson(request: OrganisationRequest, course: str, lesson: str) -> HttpResponse:
    seen = queries.lesson_seen(request.organisation, request.user, course, lesson)
    return render_page(request, "academy/lesson.html", {"tab": "learn", "seen": seen})


@organisation_page("learn")
@require_POST
def progress(request: OrganisationRequest, course: str, lesson: str) -> HttpResponse:
    """A piece came into view; or somebody without JavaScript says that they have read so far."""
    _, one = queries.lesson_in(request.organisation, course, lesson)
    actions.read_piece(request.organisation, one, request.POST.get("piece", ""), by=request.user)
    if request.htmx:
        return HttpResponse(status=204)
    return redirect("academy:lesson", request.organisation.slug, course, lesson)


@organisation_page("learn")
@require_POST
def finish(request: OrganisationRequest, course: str, lesson: str) -> HttpResponse:
    _, one = queries.lesson_in(request.organisation, course, lesson)
    if request.POST.get("do") != "finish":
        return redirect("academy:lesson", request.organisation.slug, course, lesson)
    actions.finish_lesson(request.organisation, one, by=request.user)
    messages.success(request, f"“{one.title}” is read.")
    return redirect("academy:course", request.organisation.slug, course)
