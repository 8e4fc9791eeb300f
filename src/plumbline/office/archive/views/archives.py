"""Archives as a list that moves on by itself, and as files."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.archive import actions, jobs, queries
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_safe
@organisation_page("archive_organisation")
def overview(request: OrganisationRequest) -> HttpResponse:
    archives = list(queries.archives_of(request.organisation))
    context = {
        "archives": archives,
        "is_moving": any(each.is_moving for each in archives),
        "deletion": queries.deletion_of(request.organisation),
    }
    return render_page(request, "archive/overview.html", context, partial="archives")


@organisation_page("archive_organisation")
@require_POST
def make(request: OrganisationRequest) -> HttpResponse:
    try:
        archive = actions.ask_for_archive(request.organisation, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        jobs.make_archive.enqueue(archive.pk)
        messages.success(request, "The archive is being made. You can leave this page and come back.")
    return redirect("archive:overview", request.organisation.slug)


@require_safe
@organisation_page("archive_organisation")
def download(request: OrganisationRequest, archive_id: int) -> HttpResponseBase:
    archive = queries.archive_to_download(request.organisation, request.user, archive_id)
    actions.note_download(archive, by=request.user)
    response = StreamingHttpResponse(queries.content_of(archive), content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=archive.filename)
    response["Content-Length"] = str(archive.size)
    return response
