"""Runs of a project, one of them, and handing one in."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.test_runs import queries
from plumbline.office.test_runs.actions import Received, receive_run
from plumbline.office.test_runs.exports import flaky_lines, result_lines, run_lines
from plumbline.office.test_runs.forms import ResultForm, UploadForm
from plumbline.office.test_runs.pieces import chunks_of

PER_PAGE = 25
PER_PAGE_OF_RESULTS = 50
MOST_EXPORTED = 50_000


@require_safe
@organisation_page("see_projects")
def runs(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    context = {
        **_frame(request, project),
        "page": queries.runs_page(project),
        "rows": Paginator(queries.runs_of(project), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render_page(request, "test_runs/list.html", context)


@require_safe
@organisation_page("see_projects")
def runs_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    return table_file(f"{project.code} test runs", extension, run_lines(project, queries.runs_of(project)[:5000]), 1)


@require_safe
@organisation_page("see_projects")
def run(request: OrganisationRequest, project_id: int, number: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found, form = queries.run_of(project, number), ResultForm(request.GET or None)
    results = queries.results_of(found, form.chosen) if found.is_read else queries.results_of(found, form.chosen).none()
    context = {
        **_frame(request, project),
        "run": found,
        "form": form,
        "narrows": form.chosen.narrows,
        "counted": queries.counted(found),
        "rows": Paginator(results, PER_PAGE_OF_RESULTS).get_page(request.GET.get("page")),
    }
    return render_page(request, "test_runs/run.html", context)


@require_safe
@organisation_page("see_projects")
def results_file(request: OrganisationRequest, project_id: int, number: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = queries.run_of(project, number)
    results = queries.results_of(found, ResultForm(request.GET or None).chosen)[:MOST_EXPORTED]
    return table_file(f"{project.code} run {number}", extension, result_lines(results), 1)


@organisation_page("see_projects")
def hand_in(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    form = UploadForm(request.POST or None, request.FILES or None)
    received = attempt(form, lambda: _receive(request, project, form))
    if received:
        words = "is run" if received.is_new else "was handed in before and is run"
        messages.success(request, f"The file {words} {received.run.number}.")
        return redirect("test_runs:run", request.organisation.slug, project.pk, received.run.number)
    address = request.build_absolute_uri(reverse("test_runs_api:hand_in"))
    return render_page(
        request, "test_runs/hand_in.html", {**_frame(request, project), "form": form, "address": address}
    )


@require_safe
@organisation_page("see_projects")
def original(request: OrganisationRequest, project_id: int, number: int) -> HttpResponseBase:
    found = queries.run_of(projects.project(request.organisation, project_id), number)
    response = StreamingHttpResponse(chunks_of(found), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.filename)
    return response


@require_safe
@organisation_page("see_projects")
def flaky(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    rows = Paginator(queries.flaky_cases(project), PER_PAGE_OF_RESULTS).get_page(request.GET.get("page"))
    return render_page(request, "test_runs/flaky.html", {**_frame(request, project), "rows": rows})


@require_safe
@organisation_page("see_projects")
def flaky_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    return table_file(f"{project.code} flaky tests", extension, flaky_lines(queries.flaky_cases(project)[:5000]), 1)


def _receive(request: OrganisationRequest, project: Project, form: UploadForm) -> Received:
    given = form.cleaned_data
    file = given["results"]
    return receive_run(
        project, file.chunks(2**16), file.name, by=request.user, revision=given["revision"], branch=given["branch"]
    )


def _frame(request: OrganisationRequest, project: Project) -> dict[str, object]:
    may_edit = may(request.membership, "edit_project", project) and not project.archived_at
    return {"project": project, "tab": "test runs", "may_edit": may_edit}
