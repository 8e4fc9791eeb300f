"""One day of an event that comes again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from plumbline.office.events import actions, queries
from plumbline.office.events.forms import BackForm, DayForm
from plumbline.office.events.views.events import to_event
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today

OFFERED = 60


@organisation_page("plan_rhythm")
def cancel(request: OrganisationRequest, event_id: int) -> HttpResponse:
    found = queries.event_in(request.organisation, event_id)
    days = queries.next_days(found, today(request.organisation), OFFERED) if found.comes_again else []
    form = DayForm(days, request.POST if request.method == "POST" else None, initial={"on": request.GET.get("on")})
    done = attempt(form, lambda: actions.cancel_on(found, form.cleaned_data["on"], by=request.user))
    if done:
        messages.success(request, f"“{found}” does not take place on {done.on:%-d %B %Y}.")
        return to_event(request, found)
    there = reverse("events:event", args=[request.organisation.slug, found.pk])
    return render_page(request, "events/cancel.html", {"event": found, "form": form, "days": days, "back": there})


@organisation_page("plan_rhythm")
@require_POST
def back(request: OrganisationRequest, event_id: int) -> HttpResponse:
    found = queries.event_in(request.organisation, event_id)
    form = BackForm(request.POST)
    try:
        if form.is_valid():
            actions.bring_back(found, form.cleaned_data["on"], by=request.user)
            messages.success(request, f"“{found}” takes place on {form.cleaned_data['on']:%-d %B %Y} again.")
        else:
            messages.error(request, "Choose a day that is cancelled.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return to_event(request, found)
