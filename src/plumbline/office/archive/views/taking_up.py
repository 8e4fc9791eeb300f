"""On an empty installation: an archive is uploaded, looked at, confirmed and taken up."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plumbline.office.archive import actions, jobs
from plumbline.office.archive.forms import ConfirmForm, UploadForm
from plumbline.office.archive.models import Restoration
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.queries import nobody_is_there_yet

OWN = "restoration"
"""Who uploaded an archive finds it in their session; nobody else finds it at all."""


@never_cache
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    if not nobody_is_there_yet():
        raise Http404
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        sent = form.cleaned_data["archive"]
        try:
            found = actions.receive_upload(sent.name, sent.chunks(actions.PIECE))
        except actions.AlreadySetUp as already:
            raise Http404 from already
        request.session[OWN] = found.pk
        jobs.work_on_restoration.enqueue(found.pk)
        return redirect("restoring:restoration")
    return render_page(request, "archive/upload.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
def restoration(request: HttpRequest) -> HttpResponse:
    found = Restoration.objects.filter(pk=request.session.get(OWN, 0)).first()
    if found is None:
        raise Http404
    form = ConfirmForm(found, request.POST or None) if found.state == Restoration.State.CHECKED else None
    if form and attempt(form, lambda: actions.confirm_restoration(found, **form.cleaned_data)):
        jobs.work_on_restoration.enqueue(found.pk)
        return redirect("restoring:restoration")
    return render_page(request, "archive/restoration.html", {"found": found, "form": form})
