"""Calculating a choice, approving it, and reading what was decided before."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.choosing import actions, queries
from plumbline.office.choosing.exports import record_lines
from plumbline.office.choosing.forms import ApproveForm
from plumbline.office.choosing.views.scenarios import PAGE_LENGTH, to_scenario
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("edit_scenarios")
@require_POST
def select(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    tried(request, lambda: actions.ask_for_selection(found, by=request.user), "It is being calculated.")
    return to_scenario(found)


@organisation_page("edit_scenarios")
@require_POST
def cancel(request: OrganisationRequest, selection_id: int) -> HttpResponse:
    found = queries.selection_in(request.organisation, selection_id)
    tried(request, lambda: actions.cancel_selection(found, by=request.user), "It is being stopped.")
    return to_scenario(found.scenario)


@organisation_page("approve_plan_of_record")
def approve(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    form = ApproveForm(request.POST or None)
    made = attempt(form, lambda: actions.approve_scenario(found, by=request.user, **form.cleaned_data))
    if made:
        messages.success(request, f"“{found}” is the plan of record now. The earlier ones can still be read.")
        return redirect("choosing:record", request.organisation.slug, made.pk)
    context = {"form": form, "tab": "scenarios", "scenario": found, "found": queries.scenario_page(found)}
    return render_page(request, "choosing/approve.html", context)


@require_safe
@organisation_page("see_plan_of_record")
def records(request: OrganisationRequest) -> HttpResponse:
    page = Paginator(queries.approvals_of(request.organisation), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"tab": "scenarios", "page": page, "last": queries.plan_of_record(request.organisation)}
    return render_page(request, "choosing/records.html", context)


@require_safe
@organisation_page("see_plan_of_record")
def record(request: OrganisationRequest, approval_id: int) -> HttpResponse:
    found = queries.approval_in(request.organisation, approval_id)
    context = {"tab": "scenarios", "record": found, "last": queries.plan_of_record(request.organisation)}
    return render_page(request, "choosing/record.html", context | {"lines": list(record_lines(found))[1:]})


@require_safe
@organisation_page("see_plan_of_record")
def record_file(request: OrganisationRequest, approval_id: int, extension: str) -> HttpResponse:
    found = queries.approval_in(request.organisation, int(approval_id))
    return table_file(f"plan-of-record-{found.number}", extension, record_lines(found), frozen_columns=2)
