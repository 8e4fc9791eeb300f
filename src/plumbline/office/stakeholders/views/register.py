"""The register of one project."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders import actions, queries
from plumbline.office.stakeholders.forms import AddForm, FilterForm
from plumbline.office.stakeholders.models import Stake

ROWS = 50


@organisation_page("see_stakeholders")
def register(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    form = _add_form(request)
    if request.method == "POST":
        require(request, "edit_project", project)
        if added := attempt(form, lambda: _add(request, project, form)):
            messages.success(request, f"{added.stakeholder} is in the register as {added.reference}.")
            return redirect("stakeholders:list", request.organisation.slug, project.pk)
    return _register_page(request, project, form)


@require_safe
@organisation_page("see_stakeholders")
def register_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    page = queries.register_page(project, standard_for(project), _filters(request))
    return table_file(f"{project.code} stakeholders", extension, queries.register_lines(page), frozen_columns=2)


def _register_page(request: OrganisationRequest, project: Project, form: AddForm) -> HttpResponse:
    page = queries.register_page(project, standard_for(project), _filters(request))
    may_edit = may(request.membership, "edit_project", project) and not project.archived_at
    context = {
        "project": project,
        "tab": "stakeholders",
        "page": page,
        "rows": Paginator(page.shown, ROWS).get_page(request.GET.get("page")),
        "filter": FilterForm(request.GET),
        "form": form if may_edit else None,
        "known": queries.known_names(request.organisation) if may_edit else [],
    }
    return render_page(request, "stakeholders/register.html", context, partial="list")


def _add_form(request: OrganisationRequest) -> AddForm:
    """Who is perhaps known already is asked about once, before somebody is entered twice."""
    form = AddForm(request.organisation, [], request.POST or None)
    if not form.is_bound:
        return form
    form.is_valid()
    given = form.cleaned_data
    found = queries.alike(request.organisation, given.get("name", ""), given.get("email", ""))
    return AddForm(request.organisation, found, request.POST)


def _add(request: OrganisationRequest, project: Project, form: AddForm) -> Stake:
    known = queries.stakeholder(request.organisation, form.existing) if form.existing else None
    return actions.add_stake(project, by=request.user, existing=known, **form.columns)


def _filters(request: OrganisationRequest) -> dict[str, object]:
    form = FilterForm(request.GET)
    form.is_valid()
    return form.cleaned_data
