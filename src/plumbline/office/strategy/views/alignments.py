"""Which projects are for which objective, from either side."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Programme, Project
from plumbline.office.strategy import actions, queries
from plumbline.office.strategy.forms import AlignProjectForm, AlignThingForm
from plumbline.office.strategy.models import Alignment, Objective
from plumbline.office.strategy.views.objectives import page_of, to_objective


@require_POST
@organisation_page("edit_strategy")
def align(request: OrganisationRequest, objective_id: int) -> HttpResponse:
    found = queries.objective_in(request.organisation, objective_id)
    form = AlignThingForm(request.organisation, request.POST)
    done = attempt(form, lambda: _aligned(request, found, form.thing, form))
    return to_objective(found) if done else page_of(request, found, alignment=form)


@require_safe
@organisation_page("see_strategy")
def of_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    return _project_page(request, projects.project(request.organisation, project_id))


@require_POST
@organisation_page("edit_strategy")
def align_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    form = AlignProjectForm(request.organisation, request.POST)
    if attempt(form, lambda: _aligned(request, form.cleaned_data["objective"], project, form)):
        return redirect("strategy:project", request.organisation.slug, project.pk)
    return _project_page(request, project, form)


@organisation_page("edit_strategy")
def unalign(request: OrganisationRequest, alignment_id: int) -> HttpResponse:
    found = queries.alignment_in(request.organisation, alignment_id)
    back = reverse("strategy:objective", args=[request.organisation.slug, found.objective_id])
    if request.method != "POST":
        return render_page(request, "strategy/unalign.html", {"alignment": found, "back": back})
    actions.unalign(found, by=request.user)
    messages.success(request, f"{found.project or found.programme} is no longer for “{found.objective}”.")
    return redirect(back)


def _aligned(
    request: OrganisationRequest,
    objective: Objective,
    thing: Project | Programme,
    form: AlignThingForm | AlignProjectForm,
) -> Alignment:
    given = form.cleaned_data
    found = actions.align(objective, thing, by=request.user, strength=given["strength"], why=given["why"])
    messages.success(request, f"{thing} is for “{objective}” now.")
    return found


def _project_page(request: OrganisationRequest, project: Project, form: AlignProjectForm | None = None) -> HttpResponse:
    context = {
        "tab": "objectives",
        "project": project,
        "alignments": queries.objectives_of(project),
        "form": form or AlignProjectForm(request.organisation),
    }
    return render_page(request, "strategy/project.html", context)
