"""Giving a project to a manager: suggested with reasons, chosen by a person; and what classes of projects ask for."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.leading import actions, queries
from plumbline.office.leading.forms import AssignForm, ClassesForm
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project


@organisation_page("lead_managers")
def assign(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = queries.suggested(project)
    form = AssignForm([person for person, _ in found.rows], request.POST or None)

    def do() -> Project:
        given = form.cleaned_data
        return actions.assign_manager(project, given["person"], by=request.user, note=given["note"])

    if attempt(form, do):
        messages.success(request, f"{form.cleaned_data['person']} leads {project}, and is told.")
        return redirect("leading:caseload", request.organisation.slug)
    context = {"tab": "managers", "project": project, "suggested": found, "form": form}
    return render_page(request, "leading/assign.html", context)


@organisation_page("lead_managers")
def classes(request: OrganisationRequest) -> HttpResponse:
    form = ClassesForm(queries.classes_in(request.organisation), request.POST or None)

    def do() -> bool:
        actions.draw_classes(request.organisation, by=request.user, classes=form.drawn)
        return True

    if attempt(form, do):
        messages.success(request, "The lines are drawn. Loads and suggestions follow them from now on.")
        return redirect("leading:caseload", request.organisation.slug)
    return render_page(request, "leading/classes.html", {"tab": "managers", "form": form})
