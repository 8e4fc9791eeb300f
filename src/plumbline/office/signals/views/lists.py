"""Signals in lists: for everybody, for those who run them, and what came of them."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.signals import queries
from plumbline.office.signals.exports import signal_lines
from plumbline.office.signals.forms import ListForm
from plumbline.office.signals.subjects import choices

PER_PAGE = 30
MOST_OF_ONES_OWN = 50
MOST_EXPORTED = 5000


@require_safe
@organisation_page("raise_signals")
def overview(request: OrganisationRequest) -> HttpResponse:
    organisation, reader = request.organisation, request.user
    page = Paginator(queries.open_to_all(organisation, reader), PER_PAGE).get_page(request.GET.get("page"))
    waiting = queries.to_answer(organisation, reader)[:MOST_OF_ONES_OWN]
    context = {
        "page": page,
        "waiting": queries.rows_of(organisation, waiting, now()),
        "mine": queries.mine(organisation, reader)[:MOST_OF_ONES_OWN],
    }
    return render_page(request, "signals/overview.html", context)


@require_safe
@organisation_page("raise_signals")
def done(request: OrganisationRequest) -> HttpResponse:
    found = queries.said_and_done(request.organisation, request.user)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "signals/done.html", {"page": page})


@require_safe
@organisation_page("run_signals")
def office(request: OrganisationRequest) -> HttpResponse:
    form, moment = _form(request), now()
    found = queries.office_list(request.organisation, request.user, moment, form.chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = queries.rows_of(request.organisation, list(page), moment)
    context = {"form": form, "narrows": form.chosen.narrows, "page": page, "rows": rows}
    return render_page(request, "signals/office.html", context)


@require_safe
@organisation_page("run_signals")
def office_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = queries.office_list(request.organisation, request.user, now(), _form(request).chosen)[:MOST_EXPORTED]
    lines = signal_lines(request.organisation, found)
    return table_file(f"signals-{request.organisation.slug}", extension, lines, frozen_columns=2)


def _form(request: OrganisationRequest) -> ListForm:
    return ListForm(request.organisation, choices(request.organisation), request.GET or None)
