"""One benefit: its profile, its trajectory, its measurements; and one of what it hangs on."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.benefits import actions, queries
from plumbline.office.benefits.exports import measurement_lines
from plumbline.office.benefits.forms import BenefitForm, EndForm, MeansForm, MeasureForm, WithdrawForm, facts_of
from plumbline.office.benefits.models import Benefit, Means
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import today


@require_safe
@organisation_page("see_benefits")
def benefit(request: OrganisationRequest, benefit_id: int) -> HttpResponse:
    return _page(request, queries.benefit_in(request.organisation, benefit_id))


@require_safe
@organisation_page("see_benefits")
def measured_file(request: OrganisationRequest, benefit_id: int, extension: str) -> HttpResponse:
    if extension not in ("csv", "xlsx"):
        raise Http404
    found = queries.benefit_in(request.organisation, benefit_id)
    lines = measurement_lines(queries.benefit_page(found))
    return table_file(f"{found.project.code} {found.reference} measured", extension, lines)


@organisation_page("see_benefits")
def edit(request: OrganisationRequest, benefit_id: int) -> HttpResponse:
    found = queries.benefit_in(request.organisation, benefit_id)
    require(request, "edit_benefits", found.project)
    assert found.profile is not None
    form = BenefitForm(request.organisation, request.POST or None, initial=facts_of(found.profile))
    if attempt(form, lambda: actions.change_benefit(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The profile is kept as a new version.")
        return redirect("benefits:benefit", request.organisation.slug, found.pk)
    context = {"project": found.project, "tab": "benefits", "form": form, "benefit": found}
    return render_page(request, "benefits/edit.html", context)


@require_POST
@organisation_page("see_benefits")
def measure(request: OrganisationRequest, benefit_id: int) -> HttpResponse:
    found = queries.benefit_in(request.organisation, benefit_id)
    require(request, "measure_benefit", found)
    form = MeasureForm(request.POST)
    if attempt(form, lambda: actions.measure_benefit(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The measurement is kept.")
        return redirect("benefits:benefit", request.organisation.slug, found.pk)
    return _page(request, found, form)


@organisation_page("see_benefits")
def withdraw(request: OrganisationRequest, measurement_id: int) -> HttpResponse:
    found = queries.measurement_in(request.organisation, measurement_id)
    require(request, "measure_benefit", found.benefit)
    form = WithdrawForm(request.POST or None)
    if attempt(form, lambda: actions.withdraw_measurement(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "It counts no longer, and stays to be read.")
        return redirect("benefits:benefit", request.organisation.slug, found.benefit_id)
    back = reverse("benefits:benefit", args=[request.organisation.slug, found.benefit_id])
    return render_page(request, "benefits/withdraw.html", {"measurement": found, "form": form, "back": back})


@organisation_page("see_benefits")
def means(request: OrganisationRequest, means_id: int) -> HttpResponse:
    found = queries.means_in(request.organisation, means_id)
    edits = may(request.membership, "edit_benefits", found.project) and found.ended_at is None
    form = _means_form(request, found) if edits else None
    if request.method == "POST":
        require(request, "edit_benefits", found.project)
    if form and attempt(form, lambda: actions.change_means(found, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{found.reference} is changed.")
        return redirect("benefits:means", request.organisation.slug, found.pk)
    context = {"project": found.project, "tab": "benefits", "means": found, "form": form}
    steps = found.steps.select_related("by")[:50]
    return render_page(request, "benefits/means.html", context | {"steps": steps})


@organisation_page("see_benefits")
def end_means(request: OrganisationRequest, means_id: int) -> HttpResponse:
    found = queries.means_in(request.organisation, means_id)
    require(request, "edit_benefits", found.project)
    form = EndForm(request.POST or None)

    def do() -> bool:
        actions.end_means(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, f"{found.reference} is out of the network.")
        return redirect("benefits:project", request.organisation.slug, found.project_id)
    back = reverse("benefits:means", args=[request.organisation.slug, found.pk])
    return render_page(request, "benefits/end_means.html", {"means": found, "form": form, "back": back})


def _means_form(request: OrganisationRequest, found: Means) -> MeansForm:
    begun = {name: getattr(found, name) for name in MeansForm.base_fields if name not in ("note", "kind")}
    return MeansForm(request.organisation, request.POST or None, initial=begun, fixed=True)


def _page(request: OrganisationRequest, found: Benefit, refused: MeasureForm | None = None) -> HttpResponse:
    measures = may(request.membership, "measure_benefit", found)
    context = {
        "project": found.project,
        "tab": "benefits",
        "benefit": found,
        "profile": found.profile,
        "page": queries.benefit_page(found),
        "edits": may(request.membership, "edit_benefits", found.project),
        "measures": measures,
        "form": refused or (MeasureForm(initial={"on": today(request.organisation)}) if measures else None),
    }
    return render_page(request, "benefits/benefit.html", context)
