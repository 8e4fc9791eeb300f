"""Portfolios and programmes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import actions, queries
from plumbline.office.projects.forms import PlaceForm
from plumbline.office.projects.models import Portfolio, Programme


@require_safe
@organisation_page("edit_portfolio_tree")
def tree(request: OrganisationRequest) -> HttpResponse:
    going_on, archived = queries.places(request.organisation)
    return render_page(request, "projects/tree.html", {"places": going_on, "archived": archived})


@organisation_page("edit_portfolio_tree")
def add_portfolio(request: OrganisationRequest) -> HttpResponse:
    form = PlaceForm(request.POST or None)
    added = attempt(form, lambda: actions.create_portfolio(request.organisation, by=request.user, **form.cleaned_data))
    return _saved(request, added) if added else _ask(request, form, "Add a portfolio", "Add the portfolio")


@organisation_page("edit_portfolio_tree")
def edit_portfolio(request: OrganisationRequest, portfolio_id: int) -> HttpResponse:
    portfolio = queries.portfolio(request.organisation, portfolio_id)
    form = PlaceForm(request.POST or None, place=portfolio)
    saved = attempt(form, lambda: actions.edit_portfolio(portfolio, by=request.user, **form.cleaned_data))
    return _saved(request, saved) if saved else _ask(request, form, "Edit the portfolio", "Save")


@organisation_page("edit_portfolio_tree")
def add_programme(request: OrganisationRequest, portfolio_id: int) -> HttpResponse:
    portfolio = queries.portfolio(request.organisation, portfolio_id)
    form = PlaceForm(request.POST or None)
    added = attempt(form, lambda: actions.create_programme(portfolio, by=request.user, **form.cleaned_data))
    return _saved(request, added) if added else _ask(request, form, f"Add a programme to {portfolio}", "Add it")


@organisation_page("edit_portfolio_tree")
def edit_programme(request: OrganisationRequest, programme_id: int) -> HttpResponse:
    programme = queries.programme(request.organisation, programme_id)
    form = PlaceForm(request.POST or None, place=programme)
    saved = attempt(form, lambda: actions.edit_programme(programme, by=request.user, **form.cleaned_data))
    return _saved(request, saved) if saved else _ask(request, form, "Edit the programme", "Save")


def _saved(request: OrganisationRequest, place: Portfolio | Programme) -> HttpResponse:
    messages.success(request, f"{place} is saved.")
    return redirect("projects:tree", request.organisation.slug)


def _ask(request: OrganisationRequest, form: PlaceForm, title: str, button: str) -> HttpResponse:
    return render_page(request, "projects/place.html", {"form": form, "title": title, "button": button})
