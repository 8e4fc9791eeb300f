"""Criteria out as files, and back in."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from plumbline.engine.gherkin import UnreadableGherkin, feature_text
from plumbline.office.acceptance import actions, queries
from plumbline.office.acceptance.arriving import Line, What, arriving
from plumbline.office.acceptance.files import features, skeletons, written, zipped
from plumbline.office.acceptance.forms import FeatureFileForm
from plumbline.office.acceptance.views.places import about, project_of, project_to_edit
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects.models import Project

MAKERS = {"features": features, "pytest-bdd": skeletons}


@require_safe
@organisation_page("see_acceptance")
def feature_file(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    found = queries.criterion(project_of(request, project_id), criterion_id)
    one = written(queries.criterion_rows([found], ())[0])
    return _download(feature_text(one).encode(), one.file_name, "text/plain; charset=utf-8")


@require_safe
@organisation_page("see_acceptance")
def project_files(request: OrganisationRequest, project_id: int, maker: str) -> HttpResponse:
    project = project_of(request, project_id)
    rows = queries.criterion_rows(queries.criteria(project), ())
    return _zip(MAKERS[maker](rows), f"{project.code} {maker}.zip")


@require_safe
@organisation_page("see_acceptance")
def deliverable_files(request: OrganisationRequest, project_id: int, deliverable_id: int, maker: str) -> HttpResponse:
    project = project_of(request, project_id)
    found = queries.deliverable(project, deliverable_id)
    rows = queries.criterion_rows(queries.criteria(project).filter(deliverable=found), ())
    return _zip(MAKERS[maker](rows), f"{project.code} {found.reference} {maker}.zip")


@organisation_page("see_acceptance")
def take_file(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """First what the file would do is shown; then, on the second button, it is done."""
    project = project_to_edit(request, project_id)
    form = FeatureFileForm(project, request.POST or None, request.FILES or None)
    lines: list[Line] = []
    if form.is_valid():
        lines = _read(project, form, request)
        if form.is_valid() and request.POST.get("do") == "take":
            return redirect("acceptance:list", request.organisation.slug, project.pk)
        form.show_text()
    counts = [(what, sum(each.what is what for each in lines)) for what in What]
    return render_page(
        request, "acceptance/take_file.html", about(request, project, form=form, lines=lines, counts=counts)
    )


def _read(project: Project, form: FeatureFileForm, request: OrganisationRequest) -> list[Line]:
    text, where = form.cleaned_data["text"], form.cleaned_data["deliverable"]
    try:
        if request.POST.get("do") != "take":
            return arriving(project, text, where)
        lines = actions.take_features(project, by=request.user, text=text, deliverable=where)
    except UnreadableGherkin as refused:
        for each in refused.problems:
            form.add_error("text", str(each))
        return []
    messages.success(request, _told(lines))
    return lines


def _told(lines: list[Line]) -> str:
    new, changed, refused = (
        sum(each.what is what for each in lines) for what in (What.NEW, What.CHANGED, What.REFUSED)
    )
    return f"Taken over: {new} new, {changed} changed. Not taken: {refused}."


def _zip(files: Mapping[str, str], name: str) -> HttpResponse:
    """404 where there is nothing to put in it."""
    if not files:
        raise Http404("There is no criterion with scenarios yet.")
    return _download(zipped(files), name, "application/zip")


def _download(content: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
