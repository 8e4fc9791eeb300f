"""A project in its life cycle: where it stands, one gate, one question of it, the opening of a review."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.gates import actions, queries
from plumbline.office.gates.forms import AnswerForm, OpenForm
from plumbline.office.gates.question_page import QuestionPage
from plumbline.office.governance import queries as governance
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.standards.queries import lesson_about

NOT_YOURS = "Your part in this project does not allow this: {}."


@require_safe
@organisation_page("see_projects")
def standing(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    context = {"project": project, "where": queries.where_it_stands(project)}
    return render_page(request, "gates/standing.html", context)


@require_safe
@organisation_page("see_projects")
def gate(request: OrganisationRequest, project_id: int, gate: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    standard = governance.standard_for(project)
    about = queries.gate_of(standard, gate)
    assert standard is not None
    gathered = queries.gather(project, standard)
    context = {
        "project": project,
        "standard": standard,
        "gate": about,
        "checklist": queries.checklist(project, gathered, gate),
        "reviews": list(queries.reviews_of(project, gate)),
        "parts": queries.parts_of(request.user, project, standard, about),
        "may_be_held": queries.position_of(project, standard).may_be_held(gate) and not project.archived_at,
        "lesson": lesson_about(request.organisation, "gate", gate),
        "tab": "life cycle",
    }
    return render_page(request, "gates/gate.html", context)


@organisation_page("see_projects")
def question(request: OrganisationRequest, project_id: int, gate: str, question: str) -> HttpResponse:
    """One question of the checklist; an answer leads on to the next one."""
    project = projects.project(request.organisation, project_id)
    page = QuestionPage.of(project, gate, question, request.user)
    if request.method == "POST" and not page.parts.prepares:
        raise PermissionDenied(NOT_YOURS.format("answer questions"))
    form = AnswerForm(request.POST or None, initial=page.proposal)
    answered = attempt(form, lambda: actions.answer(project, gate, question, by=request.user, **form.cleaned_data))
    if answered:
        messages.success(request, "Your answer is kept.")
        if page.after is None:
            return redirect("gates:gate", request.organisation.slug, project.pk, gate)
        return redirect("gates:question", request.organisation.slug, project.pk, gate, page.after)
    return render_page(
        request, "gates/question.html", {"project": project, "page": page, "form": form, "tab": "life cycle"}
    )


@organisation_page("see_projects")
def open_review(request: OrganisationRequest, project_id: int, gate: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    standard = governance.standard_for(project)
    about = queries.gate_of(standard, gate)
    if standard is None:
        raise Http404
    if not queries.parts_of(request.user, project, standard, about).opens:
        raise PermissionDenied(NOT_YOURS.format("open a review"))
    form = OpenForm(project, request.POST or None)
    opened = attempt(form, lambda: actions.open_review(project, gate, by=request.user, **form.cleaned_data))
    if opened:
        messages.success(request, f"The review of {about.title} is open.")
        return redirect("gates:review", request.organisation.slug, opened.pk)
    context = {"project": project, "gate": about, "gate_name": gate, "form": form, "tab": "life cycle"}
    return render_page(request, "gates/open.html", context)
