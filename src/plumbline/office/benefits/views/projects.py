"""The benefits of one project, its network, and the review afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.benefits import actions, queries
from plumbline.office.benefits.exports import register_lines
from plumbline.office.benefits.forms import BenefitForm, ButtonForm, LinkForm, MeansForm
from plumbline.office.benefits.models import Benefit, Means
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.strategy.queries import outline


@require_safe
@organisation_page("see_benefits")
def of_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    return _page(request, projects.project(request.organisation, project_id))


@require_safe
@organisation_page("see_benefits")
def project_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    if extension not in ("csv", "xlsx"):
        raise Http404
    project = projects.project(request.organisation, project_id)
    rows = queries.rows_of(queries.benefits_of(project), today(request.organisation))
    return table_file(f"{project.code} benefits", extension, register_lines(rows), frozen_columns=3)


@organisation_page("see_benefits")
def add(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_benefits", project)
    form = BenefitForm(request.organisation, request.POST or None)

    def do() -> Benefit:
        given = {name: value for name, value in form.cleaned_data.items() if name != "because"}
        return actions.add_benefit(project, by=request.user, **given)

    if added := attempt(form, do):
        messages.success(request, f"{added.reference} is added. Say next what it hangs on: link it in the network.")
        return redirect("benefits:benefit", request.organisation.slug, added.pk)
    return render_page(request, "benefits/edit.html", {"project": project, "tab": "benefits", "form": form})


@organisation_page("see_benefits")
def add_means(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_benefits", project)
    form = MeansForm(request.organisation, request.POST or None)

    def do() -> Means:
        given = dict(form.cleaned_data)
        return actions.add_means(project, Means.Kind(given.pop("kind")), by=request.user, **given)

    if added := attempt(form, do):
        messages.success(request, f"{added.reference} is in the network. Link it to what it leads to.")
        return _to_network(project)
    return render_page(request, "benefits/add_means.html", {"project": project, "tab": "benefits", "form": form})


@require_POST
@organisation_page("see_benefits")
def link(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_benefits", project)
    form = _link_form(request, project, request.POST)
    if attempt(form, lambda: actions.link(*form.ends, by=request.user)):
        messages.success(request, "They are linked.")
        return _to_network(project)
    return _page(request, project, form)


@organisation_page("see_benefits")
def unlink(request: OrganisationRequest, link_id: int) -> HttpResponse:
    found = queries.link_in(request.organisation, link_id)
    require(request, "edit_benefits", found.project)
    form = ButtonForm(request.POST or None)
    if form.is_valid():
        actions.unlink(found, by=request.user)
        messages.success(request, f"{found.source} does not lead to {found.target} any more.")
        return _to_network(found.project)
    back = reverse("benefits:project", args=[request.organisation.slug, found.project_id])
    return render_page(request, "benefits/unlink.html", {"link": found, "form": ButtonForm(), "back": back})


def _page(request: OrganisationRequest, project: Project, refused: LinkForm | None = None) -> HttpResponse:
    edits = may(request.membership, "edit_benefits", project)
    context = {
        "project": project,
        "tab": "benefits",
        "page": queries.project_page(project),
        "edits": edits,
        "form": refused or (_link_form(request, project) if edits else None),
    }
    return render_page(request, "benefits/project.html", context)


def _link_form(request: OrganisationRequest, project: Project, data: object = None) -> LinkForm:
    net = queries.networks_of([project.pk], with_ended=False)[project.pk]
    return LinkForm(net.things, [each for each, _ in outline(request.organisation)], data)


def _to_network(project: Project) -> HttpResponse:
    there = reverse("benefits:project", args=[project.organisation.slug, project.pk])
    return redirect(f"{there}#network")
