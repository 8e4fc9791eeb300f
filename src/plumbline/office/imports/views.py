"""Handing in a plan: the upload, what was read, and the way back to the original file."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from plumbline import conversion
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.imports import queries
from plumbline.office.imports.actions import confirm, receive
from plumbline.office.imports.forms import ConfirmForm, UploadForm
from plumbline.office.imports.locking import CannotUpload
from plumbline.office.imports.originals import bytes_of
from plumbline.office.imports.steps.ending import discard
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects


@organisation_page("see_projects")
def upload(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "record_plan", project)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["plan"]
        try:
            kept = receive(project, given.name, given.read(), by=request.user)
            return redirect("imports:upload", request.organisation.slug, kept.pk)
        except CannotUpload as refused:
            form.add_error("plan", str(refused))
    context = {
        "project": project,
        "form": form,
        "recent": queries.uploads_of(project)[:10],
        "converts": conversion.is_installed(),
    }
    return render_page(request, "imports/upload.html", context)


@require_safe
@organisation_page("see_projects")
def progress(request: OrganisationRequest, upload_id: int) -> HttpResponse:
    upload = queries.upload(request.organisation, upload_id)
    require(request, "record_plan", upload.project)
    context = {
        "upload": upload,
        "project": upload.project,
        "steps": queries.steps_of(upload),
        "is_moving": queries.is_moving(upload),
        "form": ConfirmForm(upload.preview),
        "already_recorded": queries.already_recorded(upload),
    }
    return render_page(request, "imports/progress.html", context, partial="progress")


@require_POST
@organisation_page("see_projects")
def confirm_upload(request: OrganisationRequest, upload_id: int) -> HttpResponse:
    upload = queries.upload(request.organisation, upload_id)
    require(request, "record_plan", upload.project)
    form = ConfirmForm(upload.preview, request.POST)
    if not form.is_valid():
        messages.error(request, "Choose one of the projects in the file.")
        return redirect("imports:upload", request.organisation.slug, upload_id)
    try:
        confirm(upload, by=request.user, **form.cleaned_data)
    except CannotUpload as refused:
        messages.error(request, str(refused))
    return redirect("imports:upload", request.organisation.slug, upload_id)


@require_POST
@organisation_page("see_projects")
def discard_upload(request: OrganisationRequest, upload_id: int) -> HttpResponse:
    upload = queries.upload(request.organisation, upload_id)
    require(request, "record_plan", upload.project)
    try:
        discard(upload, by=request.user)
        messages.success(request, f"{upload.filename} is discarded. Nothing of it was recorded.")
    except CannotUpload as refused:
        messages.error(request, str(refused))
    return redirect("imports:new", request.organisation.slug, upload.project_id)


@require_safe
@organisation_page("see_projects")
def original(request: OrganisationRequest, project_id: int, number: int) -> HttpResponse:
    found = queries.original_of(projects.version(projects.project(request.organisation, project_id), number))
    if found is None:
        raise Http404
    file, filename = found
    response = HttpResponse(bytes_of(file), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename)
    return response
