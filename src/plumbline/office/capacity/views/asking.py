"""Requests: asked on the page of the project, decided on the desk of the resource owner."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.capacity import actions
from plumbline.office.capacity.exports import request_lines
from plumbline.office.capacity.forms import AskForm, DecideForm, WithdrawForm
from plumbline.office.capacity.models import CapacityRequest
from plumbline.office.capacity.queries import asking, one
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects

MOST_EXPORTED = 5000


@require_safe
@organisation_page("see_capacity")
def desk(request: OrganisationRequest) -> HttpResponse:
    everything = may(request.membership, "manage_any_capacity")
    context = {
        "tab": "capacity", "part": "desk", "everything": everything, "pools": asking.pools_of(request.membership),
        "waiting": asking.waiting_for(request.membership, all_pools=everything)[: asking.MOST_LISTED],
        "decided": asking.decided_in(request.membership, all_pools=everything),
    }  # fmt: skip
    return render_page(request, "capacity/desk.html", context)


@require_safe
@organisation_page("see_capacity")
def requests_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = asking.requests_of(request.organisation)[:MOST_EXPORTED]
    return table_file(f"capacity-requests-{request.organisation.slug}", extension, request_lines(found))


@organisation_page("see_capacity")
def one_request(request: OrganisationRequest, capacity_request_id: int) -> HttpResponse:
    found = one.request_in(request.organisation, capacity_request_id)
    decides = may(request.membership, "decide_capacity_request", found) and found.is_open
    if request.method == "POST":
        require(request, "decide_capacity_request", found)
    form = DecideForm(found, request.POST or None) if decides else None

    def decide() -> CapacityRequest:
        assert form is not None
        given, reason = form.cleaned_data["given"], form.cleaned_data["reason"]
        if form.cleaned_data["go"] == "approve":
            return actions.approve_request(found, by=request.user, given=given, reason=reason)
        return actions.refuse_request(found, by=request.user, reason=reason)

    if form and (decided := attempt(form, decide)):
        messages.success(request, f"The request is {decided.get_state_display().lower()}, and whoever asked is told.")
        return redirect("capacity:desk", request.organisation.slug)
    context = {
        "tab": "capacity", "part": "desk", "asked": found, "effect": asking.effect_of(found), "form": form,
        "decisions": found.decisions.select_related("by", "given"),
        "withdraws": may(request.membership, "withdraw_capacity_request", found)
        and found.state in (CapacityRequest.State.ASKED, CapacityRequest.State.APPROVED),
    }  # fmt: skip
    return render_page(request, "capacity/request.html", context)


@organisation_page("see_capacity")
def withdraw(request: OrganisationRequest, capacity_request_id: int) -> HttpResponse:
    found = one.request_in(request.organisation, capacity_request_id)
    require(request, "withdraw_capacity_request", found)
    form = WithdrawForm(request.POST or None)
    if attempt(form, lambda: actions.withdraw_request(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The request is withdrawn.")
        return redirect("capacity:project", request.organisation.slug, found.project_id)
    return render_page(request, "capacity/withdraw_request.html", {"tab": "capacity", "form": form, "asked": found})


@organisation_page("see_capacity")
def of_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    asks = may(request.membership, "ask_for_project_capacity", project) and project.archived_at is None
    if request.method == "POST":
        require(request, "ask_for_project_capacity", project)
    form = AskForm(request.organisation, request.POST or None) if asks else None
    if form and attempt(form, lambda: actions.ask_for_capacity(project, by=request.user, **form.cleaned_data)):
        messages.success(request, "It is asked for. You are told when it is decided.")
        return redirect("capacity:project", request.organisation.slug, project.pk)
    context = {"project": project, "tab": "capacity", "page": asking.project_page(project), "form": form}
    return render_page(request, "capacity/project.html", context)


@require_safe
@organisation_page("see_capacity")
def project_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    if extension not in ("csv", "xlsx"):
        raise Http404
    project = projects.project(request.organisation, project_id)
    found = asking.requests_of(request.organisation).filter(project=project)[:MOST_EXPORTED]
    return table_file(f"{project.code} capacity requests", extension, request_lines(found))
