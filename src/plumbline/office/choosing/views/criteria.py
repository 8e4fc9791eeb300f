"""The criteria of the organisation and their weights."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.choosing import actions, queries
from plumbline.office.choosing.forms import CriteriaForm, PairsForm
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("edit_scenarios")
def criteria(request: OrganisationRequest) -> HttpResponse:
    weighting = queries.weighting_of(request.organisation)
    form = CriteriaForm(weighting, request.POST or None)
    if attempt(form, lambda: actions.set_criteria(request.organisation, by=request.user, criteria=form.given)):
        messages.success(request, "The criteria and their weights count from now on.")
        return redirect("choosing:criteria", request.organisation.slug)
    context = {"form": form, "tab": "scenarios", "weighting": weighting, "told": queries.consistency_of(weighting)}
    return render_page(request, "choosing/criteria.html", context)


@organisation_page("edit_scenarios")
def pairs(request: OrganisationRequest) -> HttpResponse:
    weighting = queries.weighting_of(request.organisation)
    if weighting is None or len(weighting.criteria) < 2:
        messages.info(request, "Name at least two criteria first. Then they can be compared two by two.")
        return redirect("choosing:criteria", request.organisation.slug)
    form = PairsForm(weighting, request.POST or None)
    if attempt(
        form, lambda: actions.compare_criteria(request.organisation, by=request.user, judgements=form.judgements)
    ):
        messages.success(request, "The weights follow from your comparisons.")
        return redirect("choosing:criteria", request.organisation.slug)
    return render_page(request, "choosing/pairs.html", {"form": form, "tab": "scenarios", "weighting": weighting})
