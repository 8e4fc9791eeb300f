"""The working week and the holidays of an organisation."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people import actions, queries
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.settings_forms import HolidayForm, HolidaysForm, WeekForm
from plumbline.office.people.working_time import week_of


@organisation_page("manage_organisation")
def week(request: OrganisationRequest) -> HttpResponse:
    form = WeekForm(week_of(request.organisation), request.POST if request.method == "POST" else None)

    def do() -> bool:
        actions.set_working_week(request.organisation, by=request.user, windows=form.windows)
        return True

    if attempt(form, do):
        messages.success(request, "The working week is saved. Promises that were made before stay as they are.")
        return redirect("people:week", request.organisation.slug)
    return render_page(request, "people/week.html", {"form": form, "tab": "week"})


@organisation_page("manage_organisation")
def holidays(request: OrganisationRequest) -> HttpResponse:
    form = HolidayForm(request.POST or None)
    found = attempt(form, lambda: actions.add_holiday(request.organisation, by=request.user, **form.cleaned_data))
    if found:
        messages.success(request, f"{found.name} is added.")
        return redirect("people:holidays", request.organisation.slug)
    context = {"form": form, "holidays": queries.holidays_of(request.organisation), "tab": "holidays"}
    return render_page(request, "people/holidays.html", context)


@organisation_page("manage_organisation")
def import_days(request: OrganisationRequest) -> HttpResponse:
    form = HolidaysForm(request.POST or None, request.FILES or None)

    def do() -> tuple[int]:
        return (actions.import_holidays(request.organisation, by=request.user, text=form.cleaned_data["text"]),)

    if added := attempt(form, do):
        messages.success(request, f"{added[0]} new. Days that were holidays already stay as they were.")
        return redirect("people:holidays", request.organisation.slug)
    return render_page(request, "people/import_holidays.html", {"form": form, "tab": "holidays"})


@organisation_page("manage_organisation")
def remove_day(request: OrganisationRequest, holiday_id: int) -> HttpResponse:
    holiday = queries.holiday_in(request.organisation, holiday_id)
    back = reverse("people:holidays", args=[request.organisation.slug])
    if request.method != "POST":
        return render_page(request, "people/remove_holiday.html", {"holiday": holiday, "back": back})
    actions.remove_holiday(holiday, by=request.user)
    messages.success(request, f"{holiday.name} is a working day like any other now.")
    return redirect(back)


@require_safe
@organisation_page("manage_organisation")
def export_days(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = ([each.on, each.name] for each in queries.holidays_of(request.organisation))
    lines: list[list[Any]] = [["Day", "Name"], *found]
    return table_file(f"holidays-{request.organisation.slug}", extension, lines)
