"""What is over is archived, and can be brought back. Both are asked about first."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import actions, queries
from plumbline.office.projects.models import Portfolio, Programme, Project


@organisation_page("edit_portfolio_tree")
def archive_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    return _archive(request, queries.project(request.organisation, project_id), _list(request))


@organisation_page("edit_portfolio_tree")
def restore_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    return _restore(request, queries.project(request.organisation, project_id), _list(request))


@organisation_page("edit_portfolio_tree")
def archive_portfolio(request: OrganisationRequest, portfolio_id: int) -> HttpResponse:
    return _archive(request, queries.portfolio(request.organisation, portfolio_id), _tree(request))


@organisation_page("edit_portfolio_tree")
def restore_portfolio(request: OrganisationRequest, portfolio_id: int) -> HttpResponse:
    return _restore(request, queries.portfolio(request.organisation, portfolio_id), _tree(request))


@organisation_page("edit_portfolio_tree")
def archive_programme(request: OrganisationRequest, programme_id: int) -> HttpResponse:
    return _archive(request, queries.programme(request.organisation, programme_id), _tree(request))


@organisation_page("edit_portfolio_tree")
def restore_programme(request: OrganisationRequest, programme_id: int) -> HttpResponse:
    return _restore(request, queries.programme(request.organisation, programme_id), _tree(request))


def _archive(request: OrganisationRequest, thing: Portfolio | Programme | Project, back: str) -> HttpResponse:
    return _ask(request, thing, back, restores=False)


def _restore(request: OrganisationRequest, thing: Portfolio | Programme | Project, back: str) -> HttpResponse:
    return _ask(request, thing, back, restores=True)


def _ask(
    request: OrganisationRequest, thing: Portfolio | Programme | Project, back: str, *, restores: bool
) -> HttpResponse:
    refused: list[str] = []
    if request.method == "POST":
        try:
            (actions.restore if restores else actions.archive)(thing, by=request.user)
            messages.success(request, f"{thing} is {'back' if restores else 'archived'}.")
            return redirect(back)
        except ValidationError as error:
            refused = error.messages
    kind = thing._meta.verbose_name
    context = {"thing": thing, "kind": kind, "back": back, "restores": restores, "refused": refused}
    return render_page(request, "projects/archive.html", context)


def _tree(request: OrganisationRequest) -> str:
    return reverse("projects:tree", args=[request.organisation.slug])


def _list(request: OrganisationRequest) -> str:
    return reverse("projects:list", args=[request.organisation.slug])
