"""Who has which role of the standard in a project."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.engine.standard import Standard
from plumbline.engine.standard.roles import Role
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.governance import actions, queries
from plumbline.office.governance.forms import AppointmentForm
from plumbline.office.governance.queries.appointments import appointment
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects

OF_THE_TEAM = ("managing", "performing")


@organisation_page("see_projects")
def roles(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    standard = queries.standard_for(project)
    open_to_them = _appointable(request, standard)
    form = AppointmentForm(request.organisation, open_to_them, request.POST or None, initial=request.GET.dict())
    if request.method == "POST":
        require(request, "edit_project", project)
        if given := attempt(form, lambda: actions.appoint(project, by=request.user, **form.cleaned_data)):
            messages.success(request, f"{given.person} has the role now.")
            return redirect("governance:roles", request.organisation.slug, project.pk)
    context = {
        "project": project,
        "tab": "standard",
        "version": queries.version_followed(project),
        "held": queries.roles_held(project, standard) if standard else [],
        "may_end": set(open_to_them) if may(request.membership, "edit_project", project) else set(),
        "form": form if may(request.membership, "edit_project", project) else None,
    }
    return render_page(request, "governance/roles.html", context)


@require_POST
@organisation_page("see_projects")
def end_appointment(request: OrganisationRequest, project_id: int, appointment_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    found = appointment(project, appointment_id)
    if found.role not in _appointable(request, queries.standard_for(project)):
        require(request, "appoint_deciders")
    actions.end_appointment(found, by=request.user)
    messages.success(request, f"{found.person} does not have the role any more.")
    return redirect("governance:roles", request.organisation.slug, project.pk)


def _appointable(request: OrganisationRequest, standard: Standard | None) -> dict[str, Role]:
    """A project's manager chooses the team, and not those who decide on the project."""
    roles = dict(standard.roles) if standard else {}
    if may(request.membership, "appoint_deciders"):
        return roles
    return {name: role for name, role in roles.items() if role.layer in OF_THE_TEAM}
