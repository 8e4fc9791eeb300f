"""The trace matrix of a project, as a page and as a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.test_runs.trace import Line, trace, trace_lines
from plumbline.office.test_runs.trace_forms import TraceForm


@require_safe
@organisation_page("see_acceptance")
def matrix(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    form = TraceForm(project, request.GET)
    found = trace(project, form.chosen)
    context = {"project": project, "tab": "trace", "page": found, "form": form, "narrows": form.chosen.narrows}
    return render_page(request, "test_runs/trace.html", context)


@require_safe
@organisation_page("see_acceptance")
def matrix_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = trace(project, TraceForm(project, request.GET).chosen)

    def address(line: Line) -> str:
        if line.seen is None:
            return ""
        where = [request.organisation.slug, project.pk, line.criterion.pk, line.seen.pk]
        return request.build_absolute_uri(reverse("test_runs:evidence_file", args=where))

    return table_file(f"{project.code} trace matrix", extension, trace_lines(found, address), frozen_columns=3)
