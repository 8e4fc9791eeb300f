"""The lines on which a project reports beside the project as a whole."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.status import actions, queries
from plumbline.office.status.forms import LineForm


@organisation_page("see_status")
def add_line(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "report_status", project)
    form = LineForm(request.organisation, request.POST or None)
    if line := attempt(form, lambda: actions.add_line(project, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{project} reports on {line} by itself from now on.")
        return redirect("status:list", request.organisation.slug, project.pk)
    return render_page(request, "status/line.html", {"project": project, "tab": "status", "form": form})


@organisation_page("see_status")
def line(request: OrganisationRequest, project_id: int, line_id: int) -> HttpResponse:
    """Its name and reporter; whether it is reported on any longer."""
    project = projects.project(request.organisation, project_id)
    require(request, "report_status", project)
    found = queries.line_of(project, line_id)
    if found is None:
        raise Http404
    deed = {"close": actions.close_line, "open": actions.open_line}.get(request.POST.get("do", ""))
    if deed:
        deed(found, by=request.user)
        return redirect("status:list", request.organisation.slug, project.pk)
    form = LineForm(
        request.organisation, request.POST or None, initial={"name": found.name, "reporter": found.reporter_id}
    )

    def changed() -> bool:
        actions.change_line(found, by=request.user, **form.cleaned_data)
        return True

    if form.is_bound and attempt(form, changed):
        return redirect("status:list", request.organisation.slug, project.pk)
    return render_page(request, "status/line.html", {"project": project, "tab": "status", "form": form, "line": found})
