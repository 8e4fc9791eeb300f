"""The inbox, and what is read in it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.notifications import actions, queries
from plumbline.office.notifications.forms import InboxFilterForm, ReadForm, UnreadForm
from plumbline.office.people.access import OrganisationRequest, organisation_page

NOTICES_PER_PAGE = 30


@require_safe
@organisation_page("see_inbox")
def inbox(request: OrganisationRequest) -> HttpResponse:
    reader, filters = request.membership, queries.Filters.read(request.GET)
    page = Paginator(queries.inbox(reader, filters), NOTICES_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": InboxFilterForm(reader, request.GET),
        "page": page,
        "days": list(queries.by_day(reader, list(page))),
        "last": queries.last_notice(reader),
        "marked_at": request.GET.get("marked_at", "")[:40],
    }
    return render_page(request, "notifications/inbox.html", context, partial="notices")


@require_safe
@organisation_page("see_inbox")
def follow(request: OrganisationRequest) -> HttpResponse:
    """Where a notice leads; by going there it is read."""
    if "notice" not in request.GET:
        return _back(request)
    notice = queries.notice(request.membership, request.GET["notice"])
    actions.mark_read(notice)
    inside = url_has_allowed_host_and_scheme(notice.path, allowed_hosts=None)
    return HttpResponseRedirect(
        notice.path if inside else reverse("notifications:inbox", args=[request.organisation.slug])
    )


@organisation_page("see_inbox")
@require_POST
def read(request: OrganisationRequest) -> HttpResponse:
    form = ReadForm(request.POST)
    if not form.is_valid():
        return _back(request)
    if number := form.cleaned_data["notice"]:
        actions.mark_read(queries.notice(request.membership, str(number)))
    elif last := form.cleaned_data["through"]:
        moment, count = actions.mark_read_through(request.membership, last)
        if count:
            return _back(request, marked_at=moment.isoformat())
    return _back(request)


@organisation_page("see_inbox")
@require_POST
def unread(request: OrganisationRequest) -> HttpResponse:
    form = UnreadForm(request.POST)
    if form.is_valid() and actions.mark_unread(request.membership, form.cleaned_data["at"]):
        messages.success(request, "They are unread again.")
    return _back(request)


def _back(request: OrganisationRequest, **query: str) -> HttpResponse:
    there = redirect("notifications:inbox", request.organisation.slug)
    if query:
        there["Location"] += f"?{urlencode(query)}"
    return there
