"""The burn-up of a project, and its iterations one by one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.iterations import actions, queries
from plumbline.office.iterations.forms import IterationForm, RemoveForm
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects


@organisation_page("see_projects")
def of_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    form = IterationForm(request.POST or None)
    if request.method == "POST":
        require(request, "edit_project", project)
        if added := attempt(form, lambda: actions.record_iteration(project, by=request.user, **form.cleaned_data)):
            messages.success(request, f"Iteration {added.number} is recorded.")
            return redirect("iterations:list", request.organisation.slug, project.pk)
    edits = may(request.membership, "edit_project", project) and not project.archived_at
    context = {"project": project, "tab": "iterations", "page": queries.burn_up_page(project), "may_edit": edits}
    return render_page(request, "iterations/project.html", context | {"form": form if edits else None})


@require_safe
@organisation_page("see_projects")
def project_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    return table_file(f"{project.code} iterations", extension, queries.lines(queries.burn_up_page(project)))


@organisation_page("see_projects")
def correct(request: OrganisationRequest, project_id: int, number: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    found = queries.iteration(project, number)
    known = {name: getattr(found, name) for name in ("ends_on", "scope", "planned", "accepted", "note")}
    form = IterationForm(request.POST or None, initial=known)
    if attempt(form, lambda: actions.record_iteration(project, by=request.user, number=number, **form.cleaned_data)):
        messages.success(request, f"Iteration {number} is corrected. What was recorded before stays in the history.")
        return redirect("iterations:list", request.organisation.slug, project.pk)
    context = {"project": project, "tab": "iterations", "iteration": found, "form": form}
    return render_page(request, "iterations/correct.html", context | {"history": queries.history_of(project, number)})


@organisation_page("see_projects")
def remove(request: OrganisationRequest, project_id: int, number: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    found = queries.iteration(project, number)
    form = RemoveForm(request.POST or None)
    back = reverse("iterations:list", args=[request.organisation.slug, project.pk])
    if attempt(form, lambda: actions.remove_iteration(project, by=request.user, number=number, **form.cleaned_data)):
        messages.success(request, f"Iteration {number} is not counted any more.")
        return redirect(back)
    context = {"project": project, "tab": "iterations", "iteration": found, "form": form, "back": back}
    return render_page(request, "iterations/remove.html", context)
