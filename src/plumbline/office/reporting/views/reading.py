"""Packs as a list, as a page and as files; and handing one out."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.reporting import actions, queries
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.document import Document
from plumbline.office.reporting.forms import ReadersForm, offered
from plumbline.office.reporting.models import Snapshot
from plumbline.office.reporting.render.page import parts_of
from plumbline.office.reporting.views.files import file_answer, formats

PER_PAGE = 30


@require_safe
@organisation_page("see_packs")
def packs(request: OrganisationRequest) -> HttpResponse:
    makes = may(request.membership, "make_packs")
    page = Paginator(queries.packs(request.membership), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "packs": [(each, reports()[each.report].title) for each in page.object_list],
        "offered": offered() if makes else {},
        "makings": queries.in_the_making(request.organisation) if makes else [],
        "schedules": queries.schedules(request.organisation) if makes else [],
        "tab": "packs",
    }
    return render_page(request, "reporting/list.html", context, partial="makings")


@require_safe
@organisation_page("see_packs")
def snapshot(request: OrganisationRequest, snapshot_id: int) -> HttpResponse:
    found = _readable(request, snapshot_id)
    document = Document.of_data(found.document)
    context = {
        "snapshot": found,
        "document": document,
        "parts": parts_of(document),
        "publication": getattr(found, "publication", None),
        "deliveries": list(found.deliveries.select_related("person")) if found.schedule_id else [],
        "formats": formats(),
        "tab": "packs",
    }
    return render_page(request, "reporting/snapshot.html", context)


@require_safe
@organisation_page("see_packs")
def download(request: OrganisationRequest, snapshot_id: int, format: str) -> HttpResponse:
    found = _readable(request, snapshot_id)
    return file_answer(Document.of_data(found.document), format, f"{found.report}-{found.made_at:%Y-%m-%d}")


@organisation_page("make_packs")
def publish(request: OrganisationRequest, snapshot_id: int) -> HttpResponse:
    found = _readable(request, snapshot_id)
    form = ReadersForm(request.organisation, queries.report_of(found), request.POST or None)
    form.is_bound = request.method == "POST"
    if attempt(form, lambda: actions.publish(found, by=request.user, readers=form.cleaned_data["readers"])):
        messages.success(request, "It is published.")
        return redirect("reporting:snapshot", request.organisation.slug, found.pk)
    return render_page(request, "reporting/publish.html", {"snapshot": found, "form": form, "tab": "packs"})


def _readable(request: OrganisationRequest, snapshot_id: int) -> Snapshot:
    """403 where the role may not see everything that is in it."""
    found = queries.pack(request.membership, snapshot_id)
    for permission in queries.report_of(found).needs:
        require(request, permission)
    return found
