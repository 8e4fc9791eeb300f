"""Reports that come by themselves, and the colour they come in."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.models import Person
from plumbline.office.reporting import actions, queries
from plumbline.office.reporting.forms import ColourForm, ScheduleForm
from plumbline.office.reporting.models import HOUSE_BLUE, Branding, Schedule


@organisation_page("make_packs")
def new_schedule(request: OrganisationRequest) -> HttpResponse:
    form = ScheduleForm(request.organisation, request.POST or None)
    if attempt(form, lambda: actions.schedule_report(request.organisation, by=request.user, **form.cleaned_data)):
        messages.success(request, "It comes by itself from now on.")
        return redirect("reporting:list", request.organisation.slug)
    return render_page(request, "reporting/schedule.html", {"form": form, "tab": "packs"})


@require_POST
@organisation_page("make_packs")
def pause(request: OrganisationRequest, schedule_id: int) -> HttpResponse:
    return _do(request, schedule_id, actions.pause_schedule, "It is paused: nothing is sent until you resume it.")


@require_POST
@organisation_page("make_packs")
def resume(request: OrganisationRequest, schedule_id: int) -> HttpResponse:
    return _do(request, schedule_id, actions.resume_schedule, "It comes again.")


@organisation_page("make_packs")
def remove(request: OrganisationRequest, schedule_id: int) -> HttpResponse:
    if request.method == "POST":
        return _do(request, schedule_id, actions.remove_schedule, "It is removed. What it has sent stays.")
    found = queries.schedule_in_words(queries.schedule(request.organisation, schedule_id))
    back = reverse("reporting:list", args=[request.organisation.slug])
    return render_page(request, "reporting/remove.html", {"found": found, "back": back})


@organisation_page("make_packs")
def colour(request: OrganisationRequest) -> HttpResponse:
    chosen = Branding.objects.filter(organisation=request.organisation).first()
    form = ColourForm(request.POST or None, initial={"accent": chosen.accent if chosen else HOUSE_BLUE})
    if attempt(form, lambda: actions.choose_accent(request.organisation, by=request.user, **form.cleaned_data)):
        messages.success(request, "Packs made from now on have this colour.")
        return redirect("reporting:list", request.organisation.slug)
    return render_page(request, "reporting/colour.html", {"form": form, "tab": "packs"})


def _do(request: OrganisationRequest, schedule_id: int, do: Callable[..., None], done: str) -> HttpResponse:
    found: Schedule = queries.schedule(request.organisation, schedule_id)
    person: Person = request.user
    try:
        do(found, by=person)
        messages.success(request, done)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("reporting:list", request.organisation.slug)
