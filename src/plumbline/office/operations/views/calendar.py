"""The calendar of the office's rhythm."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from plumbline.office.events import ics
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.operations.forms import CalendarForm
from plumbline.office.operations.items import entries, items_between
from plumbline.office.operations.month import first_of_month, last_of, month_of
from plumbline.office.operations.rhythm_kinds import kinds_for, name_of
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today


@require_safe
@organisation_page("see_calendar")
def calendar(request: OrganisationRequest) -> HttpResponse:
    """``?month=2026-03&kind=audits``; a kind that the member may not see does not exist."""
    first, only = _asked_for(request)
    day = today(request.organisation)
    context = {
        "month": month_of(request.membership, first, day, only=only),
        "today": day,
        "only": only,
        "form": CalendarForm(request.membership, request.GET or None),
        "tab": "calendar",
    }
    return render_page(request, "operations/calendar.html", context)


@require_safe
@organisation_page("see_calendar")
def calendar_file(request: OrganisationRequest) -> HttpResponse:
    """What the page shows, for the calendar of another program."""
    first, only = _asked_for(request)
    found = items_between(request.membership, first, last_of(first), only=only)
    told = entries(found.items, today(request.organisation))
    name = f"{request.organisation.name}, {first:%B %Y}"
    content = ics.calendar(name, told, ZoneInfo(request.organisation.time_zone))
    response = HttpResponse(content, content_type=ics.CONTENT_TYPE)
    file_name = f"calendar-{request.organisation.slug}-{first:%Y-%m}.ics"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name)
    return response


def _asked_for(request: OrganisationRequest) -> tuple[date, str]:
    only = request.GET.get("kind", "")
    if only and only not in map(name_of, kinds_for(request.membership)):
        raise Http404
    return first_of_month(request.GET.get("month", ""), today(request.organisation)), only
