"""The versions of a plan, what changed between two of them, and the one the project is measured against."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import actions, exports, queries
from plumbline.office.projects.forms import BaselineForm
from plumbline.office.projects.plan_forms import CompareForm


@require_safe
@organisation_page("see_projects")
def versions(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = queries.project(request.organisation, project_id)
    page = queries.version_page(project, request.GET.get("page"))
    may_record = may(request.membership, "record_plan", project) and not project.archived_at
    listed = queries.listed_versions(project, page)
    context = {"project": project, "tab": "versions", "page": page, "listed": listed, "may_record": may_record}
    pair = queries.versions_to_compare(project, {})
    if pair:
        context["form"] = CompareForm(project, *pair, request.GET)
    return render_page(request, "projects/versions.html", context)


@require_safe
@organisation_page("see_projects")
def compare(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = queries.project(request.organisation, project_id)
    pair = queries.versions_to_compare(project, request.GET.dict())
    if pair is None:
        return redirect("projects:versions", request.organisation.slug, project_id)
    found = queries.changes_page(*pair, request.GET.dict())
    form = CompareForm(project, *pair, request.GET)
    return render_page(
        request, "projects/compare.html", {"project": project, "found": found, "form": form, "tab": "versions"}
    )


@require_safe
@organisation_page("see_projects")
def compare_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = queries.project(request.organisation, project_id)
    pair = queries.versions_to_compare(project, request.GET.dict())
    if pair is None:
        return redirect("projects:versions", request.organisation.slug, project_id)
    found = queries.changes_page(*pair, request.GET.dict())
    name = f"{project.code} changes from version {found.before.number} to {found.after.number}"
    return table_file(name, extension, exports.change_lines(found.changes, found.filters))


@require_safe
@organisation_page("see_projects")
def what_moved(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """Has an address of its own because it takes seconds; the page of the comparison fetches it when it is shown."""
    project = queries.project(request.organisation, project_id)
    pair = queries.versions_to_compare(project, request.GET.dict())
    if pair is None:
        return redirect("projects:versions", request.organisation.slug, project_id)
    context = {"project": project, "before": pair[0], "after": pair[1], "tab": "versions"}
    return render_page(request, "projects/what_moved.html", context | {"moved": queries.finish_moved(*pair)})


@require_safe
@organisation_page("see_projects")
def what_moved_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = queries.project(request.organisation, project_id)
    pair = queries.versions_to_compare(project, request.GET.dict())
    moved = queries.finish_moved(*pair) if pair else None
    if pair is None or moved is None:
        return redirect("projects:versions", request.organisation.slug, project_id)
    name = f"{project.code} what moved the finish from version {pair[0].number} to {pair[1].number}"
    return table_file(name, extension, exports.move_lines(moved))


@organisation_page("set_baseline")
def baseline(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = queries.project(request.organisation, project_id)
    form = BaselineForm(project, request.POST or None, suggested=request.GET.get("version", ""))
    if attempt(form, lambda: actions.set_baseline(project, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{project} is measured against its new baseline from its next assessment on.")
        return redirect("projects:versions", request.organisation.slug, project_id)
    project = queries.project(request.organisation, project_id)
    return render_page(request, "projects/baseline.html", {"form": form, "project": project, "tab": "versions"})
