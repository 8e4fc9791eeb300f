"""Portfolios and programmes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import actions, queries
from plumbline.office.projects.forms import PlaceForm


@organisation_page("edit_portfolio_tree")
def add_portfolio(request: OrganisationRequest) -> HttpResponse:
    form = PlaceForm(request.POST or None)
    added = attempt(form, lambda: actions.create_portfolio(request.organisation, by=request.user, **form.cleaned_data))
    if added:
        return redirect("projects:list", request.organisation.slug)
    return render_page(request, "projects/place.html", {"form": form, "title": "Add a portfolio"})


@organisation_page("edit_portfolio_tree")
def edit_portfolio(request: OrganisationRequest, portfolio_id: int) -> HttpResponse:
    portfolio = queries.portfolio(request.organisation, portfolio_id)
    form = PlaceForm(request.POST or None, place=portfolio)
    if attempt(form, lambda: actions.edit_portfolio(portfolio, by=request.user, **form.cleaned_data)):
        return redirect("projects:list", request.organisation.slug)
    return render_page(request, "projects/place.html", {"form": form, "title": "Edit the portfolio"})


@organisation_page("edit_portfolio_tree")
def add_programme(request: OrganisationRequest, portfolio_id: int) -> HttpResponse:
    portfolio = queries.portfolio(request.organisation, portfolio_id)
    form = PlaceForm(request.POST or None)
    added = attempt(form, lambda: actions.create_programme(portfolio, by=request.user, **form.cleaned_data))
    if added:
        return redirect("projects:list", request.organisation.slug)
    return render_page(request, "projects/place.html", {"form": form, "title": f"Add a programme to {portfolio}"})


@organisation_page("edit_portfolio_tree")
def edit_programme(request: OrganisationRequest, programme_id: int) -> HttpResponse:
    programme = queries.programme(request.organisation, programme_id)
    form = PlaceForm(request.POST or None, place=programme)
    if attempt(form, lambda: actions.edit_programme(programme, by=request.user, **form.cleaned_data)):
        return redirect("projects:list", request.organisation.slug)
    return render_page(request, "projects/place.html", {"form": form, "title": "Edit the programme"})
