"""Measurements from a file: handed in, looked at row by row, taken up."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.benefits import actions, queries
from plumbline.office.benefits.forms import TableForm
from plumbline.office.benefits.importing import COLUMNS, preview
from plumbline.office.benefits.models import MeasurementTable
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.handed_in import TakeForm, shown_of
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("measure_own_benefits")
def upload(request: OrganisationRequest) -> HttpResponse:
    form = TableForm(request.POST or None, request.FILES or None)

    def keep() -> MeasurementTable:
        table = form.cleaned_data["table"]
        return actions.keep_measurements(request.membership, name=table.name, content=table.read())

    if kept := attempt(form, keep):
        return redirect("benefits:uploaded", request.organisation.slug, kept.pk)
    context = {"tab": "benefits", "part": "upload", "form": form, "columns": COLUMNS}
    return render_page(request, "benefits/upload.html", context)


@organisation_page("measure_own_benefits")
def uploaded(request: OrganisationRequest, table_id: int) -> HttpResponse:
    kept = queries.table_in(request.organisation, table_id)
    if kept.done_at is not None:
        return redirect("benefits:register", request.organisation.slug)
    form = TakeForm(request.POST or None)

    def take() -> bool:
        every = form.cleaned_data["go"] == "all"
        added = actions.import_measurements(kept, request.membership, all_or_none=every)
        messages.success(request, "1 measurement is added." if added == 1 else f"{added} measurements are added.")
        return True

    if attempt(form, take):
        return redirect("benefits:register", request.organisation.slug)
    context = {"tab": "benefits", "part": "upload", "form": form, "kept": kept}
    context |= shown_of(preview(kept, request.membership))
    return render_page(request, "benefits/uploaded.html", context)
