"""An organisation's settings and its units."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people import actions, queries
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.forms import OrganisationForm, UnitForm


@organisation_page("manage_organisation")
def settings(request: OrganisationRequest) -> HttpResponse:
    organisation = request.organisation
    form = OrganisationForm(organisation, request.POST or None)
    if attempt(form, lambda: actions.edit_organisation(organisation, by=request.user, **form.cleaned_data)):
        messages.success(request, "The settings are saved.")
        return redirect("people:settings", organisation.slug)
    organisation.refresh_from_db()
    return render_page(request, "people/settings.html", {"form": form, "tab": "organisation"})


@organisation_page("manage_units")
def units(request: OrganisationRequest) -> HttpResponse:
    organisation = request.organisation
    form = UnitForm(organisation, request.POST or None)
    added = attempt(form, lambda: actions.create_unit(organisation, by=request.user, **form.cleaned_data))
    if added:
        return redirect("people:units", organisation.slug)
    return render_page(request, "people/units.html", {"form": form, "tree": queries.unit_tree(organisation)})


@organisation_page("manage_units")
def unit(request: OrganisationRequest, unit_id: int) -> HttpResponse:
    unit = queries.unit_in(request.organisation, unit_id)
    form = UnitForm(request.organisation, request.POST or None, initial={"name": unit.name, "parent": unit.parent_id})
    edited = attempt(form, lambda: actions.edit_unit(unit, by=request.user, **form.cleaned_data))
    if edited:
        return redirect("people:units", request.organisation.slug)
    unit.refresh_from_db()
    return render_page(request, "people/unit.html", {"form": form, "unit": unit})
