"""The week of one's bookings."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.services import actions, queries
from plumbline.office.services.forms import WeekForm


@require_http_methods(["GET", "POST"])
@organisation_page("book_effort")
def effort(request: OrganisationRequest) -> HttpResponse:
    day = today(request.organisation)
    form = WeekForm(request.organisation, request.POST or None, initial={"on": day})
    booked = attempt(form, lambda: actions.book_effort(request.organisation, by=request.user, **form.cleaned_data))
    if booked:
        messages.success(request, f"{booked.minutes} minutes are booked.")
        return redirect(f"{reverse('services:effort', args=[request.organisation.slug])}?week={booked.on}")
    week = queries.week_of(request.organisation, request.user, _day(request.GET.get("week"), day))
    return render_page(request, "services/effort.html", {"tab": "requests", "form": form, "week": week})


@organisation_page("book_effort")
@require_POST
def correct(request: OrganisationRequest, effort_id: int) -> HttpResponse:
    found = queries.effort_in(request.organisation, request.user, effort_id)
    try:
        actions.correct_effort(found, by=request.user)
        messages.success(request, "It is taken back with a row of its own.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect(f"{reverse('services:effort', args=[request.organisation.slug])}?week={found.on}")


def _day(given: str | None, usual: date) -> date:
    """What is no day, or lies beyond a lifetime, is today."""
    try:
        found = date.fromisoformat(given or "")
    except ValueError:
        return usual
    return found if 1970 <= found.year <= 2200 else usual
