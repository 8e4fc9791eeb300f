"""Who learns what, what is asked of whom, and how the questions do."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.academy import actions, queries
from plumbline.office.academy.forms import AssignForm
from plumbline.office.academy.queries.items import lines_of as question_lines
from plumbline.office.academy.queries.learners import lines_of
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.standards.queries import courses_in_force

PER_PAGE = 50
MOST_EXPORTED = 5000


@require_safe
@organisation_page("oversee_learning")
def learners(request: OrganisationRequest) -> HttpResponse:
    page = Paginator(queries.learners(request.organisation), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tab": "learners",
        "page": page,
        "rows": queries.with_learning(request.organisation, list(page)),
        "late": queries.overdue(request.organisation, today(request.organisation)).count(),
        "proposed": queries.open_proposals(request.organisation).count(),
        "courses": courses_in_force(request.organisation).courses.values(),
    }
    return render_page(request, "academy/learners.html", context)


@require_safe
@organisation_page("oversee_learning")
def learners_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = queries.with_learning(request.organisation, list(queries.learners(request.organisation)[:MOST_EXPORTED]))
    return table_file(f"learners-{request.organisation.slug}", extension, lines_of(found), frozen_columns=1)


@organisation_page("oversee_learning")
def assign(request: OrganisationRequest) -> HttpResponse:
    taught = courses_in_force(request.organisation)
    form = AssignForm(request.organisation, taught, request.POST or None, initial={"course": request.GET.get("course")})

    def do() -> tuple[int]:
        said = form.cleaned_data
        course = taught.courses[said["course"]]
        due_on, why = said["due_on"], said["why"]
        return (
            actions.assign(
                request.organisation, course, said["learners"], by=request.user, due_on=due_on, why=why
            ),
        )  # fmt: skip

    if done := attempt(form, do):
        asked = "1 person is" if done[0] == 1 else f"{done[0]} people are"
        messages.success(request, f"{asked} asked to learn it, and told.")
        return redirect("academy:learners", request.organisation.slug)
    return render_page(request, "academy/assign.html", {"tab": "learners", "form": form, "taught": taught})


@organisation_page("oversee_learning")
@require_POST
def cancel(request: OrganisationRequest, assignment_id: int) -> HttpResponse:
    found = queries.assignment(request.organisation, assignment_id)
    if request.POST.get("do") == "cancel":
        actions.cancel_assignment(found, by=request.user)
        messages.success(request, f"{found.person} is no longer asked to learn it.")
    return redirect("academy:learners", request.organisation.slug)


@require_safe
@organisation_page("oversee_learning")
def questions(request: OrganisationRequest, course: str) -> HttpResponse:
    seen = queries.course_seen(request.organisation, request.user, course)
    found = queries.items_of(request.organisation, seen.course)
    rows = [(seen.course.lesson(key.partition(".")[0]), seen.course.bank[key], item) for key, item in found]
    context = {"tab": "learners", "course": seen.course, "rows": rows}
    return render_page(request, "academy/questions.html", context)


@require_safe
@organisation_page("oversee_learning")
def questions_file(request: OrganisationRequest, course: str, extension: str) -> HttpResponse:
    found = queries.course_seen(request.organisation, request.user, course).course
    lines = question_lines(found, queries.items_of(request.organisation, found))
    return table_file(f"questions-{course}", extension, lines, frozen_columns=2)
