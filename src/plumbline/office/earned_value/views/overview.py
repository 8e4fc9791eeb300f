"""Earned value of all projects together, and the exchange rates that make sums of them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.earned_value import actions, queries
from plumbline.office.earned_value.exports import month_lines, standing_lines
from plumbline.office.earned_value.forms import FilterForm, RateForm
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import today

PER_PAGE, MOST_EXPORTED, MOST_RATES = 50, 10_000, 200


@require_safe
@organisation_page("see_value")
def overview(request: OrganisationRequest) -> HttpResponse:
    form = FilterForm(request.organisation, request.GET or None)
    chosen = form.chosen
    page = Paginator(queries.standings_in(request.organisation, chosen), PER_PAGE).get_page(request.GET.get("page"))
    context = {"tab": "value", "form": form, "narrows": chosen.narrows, "page": page}
    context |= {"together": queries.group_page(request.organisation, chosen)}
    return render_page(request, "earned_value/overview.html", context, partial="list")


@require_safe
@organisation_page("see_value")
def overview_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    chosen = FilterForm(request.organisation, request.GET or None).chosen
    lines = standing_lines(queries.standings_in(request.organisation, chosen)[:MOST_EXPORTED])
    return table_file(f"earned-value-{request.organisation.slug}", extension, lines, frozen_columns=2)


@require_safe
@organisation_page("see_value")
def months_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    chosen = FilterForm(request.organisation, request.GET or None).chosen
    lines = month_lines(queries.group_page(request.organisation, chosen))
    return table_file(f"s-curve-{request.organisation.slug}", extension, lines)


@organisation_page("see_value")
def rates(request: OrganisationRequest) -> HttpResponse:
    edits = may(request.membership, "enter_exchange_rates")
    form = RateForm(request.organisation, request.POST or None, initial={"on": today(request.organisation)})
    if request.method == "POST":
        require(request, "enter_exchange_rates")
        if added := attempt(
            form, lambda: actions.enter_rate(request.organisation, by=request.user, **form.cleaned_data)
        ):
            messages.success(request, f"{added.currency} is kept from {added.on:%-d %B %Y} on.")
            return redirect("earned_value:rates", request.organisation.slug)
    found = queries.rates_of(request.organisation)[:MOST_RATES]
    context = {"tab": "value", "rates": found, "form": form if edits else None}
    return render_page(request, "earned_value/rates.html", context)
