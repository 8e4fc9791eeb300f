"""One event: seen, added, changed, removed."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from plumbline.office.events import actions, queries
from plumbline.office.events.forms import EventForm, said_of
from plumbline.office.events.ics import CONTENT_TYPE, calendar, entry_of
from plumbline.office.events.models import Event
from plumbline.office.events.words import rhythm_of
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today

SHOWN = 8


@require_safe
@organisation_page("see_calendar")
def event(request: OrganisationRequest, event_id: int) -> HttpResponse:
    found = queries.event_in(request.organisation, event_id)
    day = today(request.organisation)
    context = {
        "event": found,
        "rhythm": rhythm_of(found),
        "days": queries.next_days(found, day, SHOWN),
        "cancelled": [each for each in found.cancelled.all() if each.on >= day],
        "tab": "calendar",
    }
    return render_page(request, "events/event.html", context)


@require_safe
@organisation_page("see_calendar")
def event_file(request: OrganisationRequest, event_id: int) -> HttpResponse:
    """For the calendar of another program, with the rule by which it comes again."""
    found = queries.event_in(request.organisation, event_id)
    zone = ZoneInfo(request.organisation.time_zone)
    response = HttpResponse(calendar(found.title, [entry_of(found)], zone), content_type=CONTENT_TYPE)
    name = f"{slugify(found.title) or 'event'}.ics"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


@organisation_page("plan_rhythm")
def add(request: OrganisationRequest) -> HttpResponse:
    begin = {"first_on": _asked_day(request), "owner": request.user}
    form = EventForm(request.organisation, request.POST or None, initial=begin)
    found = attempt(form, lambda: actions.add_event(request.organisation, form.facts(), by=request.user))
    if found:
        messages.success(request, f"“{found}” is in the calendar.")
        return to_event(request, found)
    return render_page(request, "events/form.html", {"form": form, "tab": "calendar"})


@organisation_page("plan_rhythm")
def change(request: OrganisationRequest, event_id: int) -> HttpResponse:
    found = queries.event_in(request.organisation, event_id)
    form = EventForm(request.organisation, request.POST or None, initial=said_of(found))
    if attempt(form, lambda: actions.change_event(found, form.facts(), by=request.user)):
        messages.success(request, f"“{form.cleaned_data['title']}” is changed, with all its days.")
        return to_event(request, found)
    return render_page(request, "events/form.html", {"form": form, "event": found, "tab": "calendar"})


@organisation_page("plan_rhythm")
def remove(request: OrganisationRequest, event_id: int) -> HttpResponse:
    found = queries.event_in(request.organisation, event_id)
    if request.method != "POST":
        there = reverse("events:event", args=[request.organisation.slug, found.pk])
        return render_page(request, "events/remove.html", {"event": found, "back": there})
    actions.remove_event(found, by=request.user)
    messages.success(request, f"“{found}” is no longer in the calendar.")
    return redirect("operations:calendar", request.organisation.slug)


def to_event(request: OrganisationRequest, found: Event) -> HttpResponse:
    return redirect("events:event", request.organisation.slug, found.pk)


def _asked_day(request: OrganisationRequest) -> date:
    """The day that the address names, else today."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today(request.organisation)
