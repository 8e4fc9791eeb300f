"""Stakeholders as all projects of the organisation share them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.stakeholders import actions, queries
from plumbline.office.stakeholders.forms import MergeForm, SearchForm, StakeholderForm


@require_safe
@organisation_page("see_stakeholders")
def shared(request: OrganisationRequest) -> HttpResponse:
    word = _word(request)
    page = queries.shared_page(request.organisation, word, request.GET.get("page"))
    context = {"page": page, "form": SearchForm(request.GET), "word": word}
    return render_page(request, "stakeholders/shared.html", context, partial="list")


@require_safe
@organisation_page("see_stakeholders")
def shared_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    lines = queries.shared_lines(request.organisation, _word(request))
    return table_file(f"{request.organisation} stakeholders", extension, lines, frozen_columns=1)


@organisation_page("see_stakeholders")
def stakeholder(request: OrganisationRequest, stakeholder_id: int) -> HttpResponse:
    """Who they are, changed for all projects at once; and what they are to each."""
    found = queries.stakeholder(request.organisation, stakeholder_id)
    begun = {name: getattr(found, name) for name in StakeholderForm.base_fields}
    form = StakeholderForm(request.organisation, request.POST or None, initial=begun)
    if request.method == "POST":
        require(request, "edit_stakeholders")
        if attempt(form, lambda: actions.change_stakeholder(found, by=request.user, **form.cleaned_data)):
            messages.success(request, "The change is saved for all projects.")
            return redirect("stakeholders:stakeholder", request.organisation.slug, found.pk)
        found = queries.stakeholder(request.organisation, stakeholder_id)
    context = {"stakeholder": found, "form": form if may(request.membership, "edit_stakeholders") else None}
    return render_page(request, "stakeholders/stakeholder.html", context)


@organisation_page("merge_stakeholders")
def merge(request: OrganisationRequest, stakeholder_id: int) -> HttpResponse:
    found = queries.stakeholder(request.organisation, stakeholder_id)
    form = MergeForm(found, request.POST or None)

    def do() -> bool:
        actions.merge_stakeholders(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        into = form.cleaned_data["into"]
        messages.success(request, f"{found} and {into} are one now.")
        return redirect("stakeholders:stakeholder", request.organisation.slug, into.pk)
    return render_page(request, "stakeholders/merge.html", {"stakeholder": found, "form": form})


def _word(request: OrganisationRequest) -> str:
    form = SearchForm(request.GET)
    return str(form.cleaned_data["q"]) if form.is_valid() else ""
