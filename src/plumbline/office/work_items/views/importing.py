"""An export: uploaded, shown as it would be taken, confirmed or cancelled."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.work_items import actions, queries
from plumbline.office.work_items.forms import ExportForm
from plumbline.office.work_items.models import Connector, ItemFile
from plumbline.office.work_items.preview import Preview
from plumbline.office.work_items.views.connectors import own


@organisation_page("see_work_items")
@require_POST
def upload(request: OrganisationRequest, project_id: int, connector_id: int) -> HttpResponse:
    found = own(request, project_id)
    one = queries.connector(found, connector_id)
    form = ExportForm(request.POST, request.FILES)
    made = attempt(form, lambda: _receive(request, form, one))
    if made:
        return redirect("work_items:file", request.organisation.slug, found.pk, made.pk)
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return redirect("work_items:connector", request.organisation.slug, found.pk, one.pk)


@organisation_page("see_work_items")
def file(request: OrganisationRequest, project_id: int, item_file_id: int) -> HttpResponse:
    found = own(request, project_id)
    one = queries.file(found, item_file_id)
    context = {"project": found, "tab": "work items", "file": one, "connector": one.connector}
    if one.state != ItemFile.State.WAITING:
        return render_page(request, "work_items/decided.html", context)
    preview = Preview(one, request.POST if request.method == "POST" else None)
    confirms = request.POST.get("deed") == "confirm" and preview.form is not None
    if confirms and preview.form and attempt(preview.form, lambda: _confirm(request, preview)):
        messages.success(request, f"{one.filename} is imported.")
        return redirect("work_items:file", request.organisation.slug, found.pk, one.pk)
    return render_page(request, "work_items/file.html", {**context, "preview": preview})


@organisation_page("see_work_items")
@require_POST
def cancel(request: OrganisationRequest, project_id: int, item_file_id: int) -> HttpResponse:
    found = own(request, project_id)
    one = queries.file(found, item_file_id)
    if request.POST.get("deed") == "cancel":
        tried(request, lambda: actions.cancel(one, by=request.user), f"{one.filename} is cancelled. Nothing was taken.")
    return redirect("work_items:connector", request.organisation.slug, found.pk, one.connector_id)


def _receive(request: OrganisationRequest, form: ExportForm, one: Connector) -> ItemFile:
    given = form.cleaned_data["file"]
    return actions.receive(one, given.name, given.read(), by=request.user)


def _confirm(request: OrganisationRequest, preview: Preview) -> bool:
    assert preview.form is not None
    actions.confirm(preview.file, by=request.user, settings=preview.form.chosen())
    return True
