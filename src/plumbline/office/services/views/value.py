"""The value view: what the services are worth."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.services import actions, queries
from plumbline.office.services.exports import value_lines
from plumbline.office.services.forms import PeriodForm, RateForm
from plumbline.office.services.picture import chart
from plumbline.office.services.queries import GROUPS

MOST_BARS = 12


@require_safe
@organisation_page("see_service_value")
def value(request: OrganisationRequest) -> HttpResponse:
    form = PeriodForm(request.GET or None)
    group, first, last = _period(request, form)
    rows, whole = queries.value_of(request.organisation, first, last, group)
    months, _ = queries.value_of(request.organisation, first, last, "month")
    context: dict[str, Any] = {
        "tab": "services", "by_title": f"Done by {GROUPS[group].lower()}",
        "form": form, "heading": GROUPS[group], "rows": rows, "whole": whole, "first": first,
        "last": last, "by_month": chart(months, "month"), "by_group": chart(rows[:MOST_BARS], GROUPS[group].lower()),
        "months": months, "by_months_already": group == "month", "rate": queries.rate_now(request.organisation, last),
    }  # fmt: skip
    return render_page(request, "services/value.html", context)


@require_safe
@organisation_page("see_service_value")
def value_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    group, first, last = _period(request, PeriodForm(request.GET or None))
    rows, whole = queries.value_of(request.organisation, first, last, group)
    lines = value_lines([*rows, whole], GROUPS[group], request.organisation.currency)
    return table_file(f"services-{request.organisation.slug}", extension, lines, frozen_columns=1)


@require_http_methods(["GET", "POST"])
@organisation_page("edit_services")
def rate(request: OrganisationRequest) -> HttpResponse:
    day = today(request.organisation)
    now = queries.rate_now(request.organisation, day)
    form = RateForm(request.POST or None, initial={"since": day, "per_hour": now.per_hour if now else None})
    if attempt(form, lambda: actions.set_rate(request.organisation, by=request.user, **form.cleaned_data)):
        messages.success(request, "The effort is counted at this rate from that day on.")
        return redirect("services:value", request.organisation.slug)
    return render_page(request, "services/rate.html", {"tab": "services", "form": form, "rate": now})


def _period(request: OrganisationRequest, form: PeriodForm) -> tuple[str, date, date]:
    """Whole months up to today."""
    given = form.cleaned_data if form.is_valid() else {}
    last, months = today(request.organisation), given.get("months") or 12
    number = last.year * 12 + last.month - months
    return given.get("by") or "service", date(number // 12, number % 12 + 1, 1), last
