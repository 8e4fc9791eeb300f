"""The earned value of one project, what was promised, and what it did cost."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.earned_value import actions, queries
from plumbline.office.earned_value.exports import cost_lines, period_lines
from plumbline.office.earned_value.forms import PlanForm
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects

PER_PAGE, MOST_EXPORTED = 100, 50_000


@require_safe
@organisation_page("see_value")
def of_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    edits = may(request.membership, "edit_value", project) and not project.archived_at
    page = queries.project_page(project, request.GET.get("wbs"))
    context = {"project": project, "tab": "value", "page": page, "edits": edits}
    return render_page(request, "earned_value/project.html", context)


@require_safe
@organisation_page("see_value")
def project_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    _only_tables(extension)
    project = projects.project(request.organisation, project_id)
    page = queries.project_page(project, request.GET.get("wbs"))
    name = " ".join(filter(None, [project.code, "earned value", page.title]))
    return table_file(name, extension, period_lines(page), frozen_columns=2)


@organisation_page("see_value")
def promise(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_value", project)
    form = PlanForm(project, request.POST or None)
    back = reverse("earned_value:project", args=[request.organisation.slug, project.pk])
    if attempt(form, lambda: actions.promise_by_plan(project, by=request.user, **form.cleaned_data)):
        messages.success(request, "The baseline is kept. What its plan has earned since is taken up in a moment.")
        return redirect(back)
    return render_page(
        request, "earned_value/promise.html", {"project": project, "tab": "value", "form": form, "back": back}
    )


@require_safe
@organisation_page("see_value")
def costs(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    page = Paginator(queries.costs_of(project), PER_PAGE).get_page(request.GET.get("page"))
    edits = may(request.membership, "edit_value", project) and not project.archived_at
    context = {"project": project, "tab": "value", "page": page, "edits": edits}
    return render_page(request, "earned_value/costs.html", context)


@require_safe
@organisation_page("see_value")
def costs_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    _only_tables(extension)
    project = projects.project(request.organisation, project_id)
    return table_file(f"{project.code} costs", extension, cost_lines(queries.costs_of(project)[:MOST_EXPORTED]))


def _only_tables(extension: str) -> None:
    if extension not in ("csv", "xlsx"):
        raise Http404
