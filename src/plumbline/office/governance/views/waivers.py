"""Waivers: those of a project, those that wait for a decision, one of them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.governance import actions, queries
from plumbline.office.governance.forms import DecisionForm, WaiverForm
from plumbline.office.governance.models import Waiver
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects


@require_safe
@organisation_page("see_projects")
def waivers(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    context = {
        "project": project,
        "tab": "standard",
        "waivers": list(queries.waivers_of(project)),
        "today": queries.today(request.organisation),
        "may_ask": may(request.membership, "edit_project", project),
        "may_decide": may(request.membership, "decide_waivers"),
    }
    return render_page(request, "governance/waivers.html", context)


@organisation_page("see_projects")
def ask(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    titles = queries.titles_of_rules(project)
    form = WaiverForm(titles, request.POST or None, initial={"rule": request.GET.get("rule", "")})
    asked_for = attempt(form, lambda: actions.request_waiver(project, by=request.user, **form.cleaned_data))
    if asked_for:
        messages.success(request, f"A waiver of “{asked_for.title}” is asked for. Somebody else decides.")
        return redirect("governance:waivers", request.organisation.slug, project.pk)
    return render_page(request, "governance/ask.html", {"form": form, "project": project, "tab": "standard"})


@require_safe
@organisation_page("decide_waivers")
def asked(request: OrganisationRequest) -> HttpResponse:
    context = {"waivers": list(queries.asked(request.organisation))}
    return render_page(request, "governance/asked.html", context)


@organisation_page("decide_waivers")
def waiver(request: OrganisationRequest, waiver_id: int) -> HttpResponse:
    found = queries.waiver(request.organisation, waiver_id)
    form = DecisionForm(request.POST or None)
    if form.is_bound and attempt(form, lambda: _decide(request, found, form)):
        return redirect("governance:waivers", request.organisation.slug, found.project_id)
    context = {
        "form": form,
        "waiver": found,
        "is_own": found.requested_by_id == request.user.pk,
        "holds": found.holds_on(queries.today(request.organisation)),
    }
    return render_page(request, "governance/waiver.html", context)


@require_POST
@organisation_page("decide_waivers")
def end(request: OrganisationRequest, waiver_id: int) -> HttpResponse:
    found = queries.waiver(request.organisation, waiver_id)
    try:
        actions.end_waiver(found, by=request.user)
        messages.success(request, f"The waiver of “{found.title}” is ended. The rule counts again.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("governance:waivers", request.organisation.slug, found.project_id)


def _decide(request: OrganisationRequest, found: Waiver, form: DecisionForm) -> bool:
    approve = form.cleaned_data["decision"] == "approve"
    actions.decide_waiver(found, by=request.user, approve=approve, note=form.cleaned_data["note"])
    messages.success(request, f"The waiver of “{found.title}” is {'approved' if approve else 'refused'}.")
    return True
