"""The communication plan of one project."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders import actions, queries
from plumbline.office.stakeholders.forms import CommunicationForm, HoldForm
from plumbline.office.stakeholders.models import Communication


@organisation_page("see_stakeholders")
def communication(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    form = CommunicationForm(request.organisation, request.POST or None)
    if request.method == "POST":
        require(request, "edit_project", project)
        if attempt(form, lambda: actions.plan_communication(project, by=request.user, **form.cleaned_data)):
            messages.success(request, "It is in the plan.")
            return redirect("stakeholders:communication", request.organisation.slug, project.pk)
    may_edit = may(request.membership, "edit_project", project) and not project.archived_at
    context = {"page": queries.communication_page(project), "form": form if may_edit else None}
    return render_page(request, "stakeholders/communication.html", _about(project) | context)


@require_safe
@organisation_page("see_stakeholders")
def communication_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    lines = queries.communication_lines(queries.communication_page(project))
    return table_file(f"{project.code} communication", extension, lines, frozen_columns=1)


@organisation_page("see_stakeholders")
def change_line(request: OrganisationRequest, project_id: int, communication_id: int) -> HttpResponse:
    found = _found(request, project_id, communication_id)
    require(request, "edit_project", found.project)
    begun = {name: getattr(found, name) for name in CommunicationForm.base_fields}
    form = CommunicationForm(request.organisation, request.POST or None, initial=begun)
    if attempt(form, lambda: actions.change_communication(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The change is saved.")
        return redirect("stakeholders:communication", request.organisation.slug, project_id)
    return render_page(request, "stakeholders/line.html", _about(found.project) | {"line": found, "form": form})


@organisation_page("see_stakeholders")
def hold(request: OrganisationRequest, project_id: int, communication_id: int) -> HttpResponse:
    """Whoever answers for it may record it too."""
    found = _found(request, project_id, communication_id)
    if not may(request.membership, "edit_project", found.project) and found.owner_id != request.user.pk:
        raise PermissionDenied("Your part in this project does not allow this: record what was held.")
    form = HoldForm(request.POST or None)
    if request.method == "POST" and (
        kept := attempt(form, lambda: actions.hold_communication(found, by=request.user, **form.cleaned_data))
    ):
        messages.success(request, "Recorded: held in time." if kept.in_time else "Recorded: held, but late.")
        return redirect("stakeholders:communication", request.organisation.slug, project_id)
    return render_page(request, "stakeholders/hold.html", _about(found.project) | {"line": found, "form": form})


@organisation_page("see_stakeholders")
def end(request: OrganisationRequest, project_id: int, communication_id: int) -> HttpResponse:
    found = _found(request, project_id, communication_id)
    require(request, "edit_project", found.project)
    if request.method == "POST":
        try:
            actions.end_communication(found, by=request.user)
            messages.success(request, f"{found.reference} is out of the plan.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return redirect("stakeholders:communication", request.organisation.slug, project_id)
    return render_page(request, "stakeholders/end.html", _about(found.project) | {"line": found})


def _found(request: OrganisationRequest, project_id: int, communication_id: int) -> Communication:
    return queries.communication(projects.project(request.organisation, project_id), communication_id)


def _about(project: Project) -> dict[str, object]:
    return {"project": project, "tab": "stakeholders"}
