"""What the evidence says of a project, why, and what it said before."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.assurance import impact as impacts
from plumbline.office.assurance import jobs, queries
from plumbline.office.assurance.migration import migration_page
from plumbline.office.assurance.models import Assessment
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.foundation.whole_numbers import whole_numbers_in
from plumbline.office.governance import actions as governance
from plumbline.office.governance.forms import MigrationForm
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards

ASSESSMENTS_PER_PAGE = 40


@require_safe
@organisation_page("see_projects")
def findings(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """Of the current assessment."""
    project = projects.project(request.organisation, project_id)
    standing = queries.standing_of(project)
    return _findings(request, project, standing.assessment if standing else None, is_current=True)


@require_safe
@organisation_page("see_projects")
def assessment(request: OrganisationRequest, project_id: int, assessment_id: int) -> HttpResponse:
    """Of an assessment of the past."""
    project = projects.project(request.organisation, project_id)
    standing = queries.standing_of(project)
    found = queries.assessment_of(project, assessment_id)
    return _findings(request, project, found, is_current=bool(standing and standing.assessment_id == found.pk))


def _findings(
    request: OrganisationRequest, project: Project, assessment: Assessment | None, *, is_current: bool
) -> HttpResponse:
    context = {
        "project": project,
        "assessment": assessment,
        "is_current": is_current,
        "dimensions": list(assessment.dimensions.all()) if assessment else [],
        "readings": queries.readings_of(assessment) if assessment else [],
    }
    return render_page(request, "assurance/findings.html", context)


@require_safe
@organisation_page("see_projects")
def offenders(request: OrganisationRequest, project_id: int, assessment_id: int, rule: str) -> HttpResponse:
    """Everything that breaks one rule, as a file."""
    project = projects.project(request.organisation, project_id)
    reading = queries.reading_of(queries.assessment_of(project, assessment_id), rule)
    lines = [[each[key] for key in ("uid", "id", "name", "detail")] for each in reading.finding.offenders]
    return table_file(f"{project.code} {rule}", "csv", [["Unique id", "Id", "Name", "What is wrong"], *lines])


@require_safe
@organisation_page("see_projects")
def history(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    page = Paginator(queries.history_of(project), ASSESSMENTS_PER_PAGE).get_page(request.GET.get("page"))
    titles = queries.dimension_titles(page.object_list)
    return render_page(request, "assurance/history.html", {"project": project, "page": page, "titles": titles})


@organisation_page("decide_migrations")
def migration(request: OrganisationRequest) -> HttpResponse:
    """Which projects move to the version in force, stay until a day, or are exempt."""
    form = MigrationForm(request.POST or None, initial={"kind": "migrate"})
    if request.method == "POST":
        chosen = projects.projects(request.organisation).filter(pk__in=_ticked(request))
        decided = attempt(form, lambda: governance.decide_migration(chosen, by=request.user, **form.cleaned_data))
        if decided is not None:
            messages.success(request, f"Decided for {decided} project{'' if decided == 1 else 's'}.")
            return redirect("assurance:migration", request.organisation.slug)
    context = {"page": migration_page(request.organisation), "form": form, "ticked": _ticked(request)}
    return render_page(request, "assurance/migration.html", context)


def _ticked(request: OrganisationRequest) -> list[int]:
    return whole_numbers_in(request.POST.getlist("project"))


@organisation_page("review_standards")
def impact(request: OrganisationRequest, draft_id: int) -> HttpResponse:
    """What a draft of a standard would find in running projects; it is worked out in the background when asked for."""
    draft = standards.draft(request.organisation, draft_id)
    if request.method == "POST":
        try:
            jobs.work_out_impact.enqueue(impacts.request_impact(draft, by=request.user).pk)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return redirect("assurance:impact", request.organisation.slug, draft.pk)
    context = {"draft": draft, "found": impacts.page_of(draft)}
    return render_page(request, "assurance/impact.html", context, partial="impact")
