"""Planning how a dimension becomes green again, and looking at such plans."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects
from plumbline.office.status.actions.go_to_green import add_step, plan_go_to_green, withdraw_plan
from plumbline.office.status.forms_divergence import PlanForm, StepForm, WithdrawForm
from plumbline.office.status.models import GoToGreenPlan
from plumbline.office.status.queries.dimension_page import dimension_page
from plumbline.office.status.queries.go_to_green import plan_of, plans_in, success_in, without_plan

PER_PAGE = 50


@organisation_page("see_status")
def write(request: OrganisationRequest, project_id: int, dimension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "report_status", project)
    page = dimension_page(project, dimension)
    form = PlanForm(project, request.POST or None, initial={"owner": project.manager_id})
    plan = attempt(form, lambda: plan_go_to_green(project, dimension, by=request.user, **form.told()))
    if plan:
        messages.success(request, f"The plan is running. On {plan.green_on:%-d %B %Y} the evidence decides.")
        return redirect(_home(request, plan))
    context = {"project": project, "tab": "status", "page": page, "form": form}
    return render_page(request, "status/plan_to_green.html", context)


@require_safe
@organisation_page("see_status")
def plan(request: OrganisationRequest, project_id: int, plan_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = plan_of(project, plan_id)
    context = {
        "project": project,
        "tab": "status",
        "plan": found,
        "page": dimension_page(project, found.dimension),
        "actions": list(found.actions.select_related("owner").order_by("due_on", "number")),
        "today": today(request.organisation),
        "may_change": found.outcome == GoToGreenPlan.Outcome.RUNNING
        and may(request.membership, "report_status", project),
    }
    return render_page(request, "status/go_to_green.html", context)


@organisation_page("see_status")
def step(request: OrganisationRequest, project_id: int, plan_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = plan_of(project, plan_id)
    require(request, "report_status", project)
    form = StepForm(request.organisation, request.POST or None)
    if attempt(form, lambda: add_step(found, form.step(), by=request.user)):
        messages.success(request, "The action is part of the plan, and in the register of actions.")
        return redirect(_home(request, found))
    context = {"project": project, "tab": "status", "plan": found, "form": form}
    return render_page(request, "status/add_step.html", context)


@organisation_page("see_status")
def withdraw(request: OrganisationRequest, project_id: int, plan_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = plan_of(project, plan_id)
    require(request, "report_status", project)
    form = WithdrawForm(request.POST or None)
    if attempt(form, lambda: withdraw_plan(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The plan is withdrawn. Its actions stay in the register.")
        return redirect(_home(request, found))
    context = {"project": project, "plan": found, "form": form, "back": _home(request, found)}
    return render_page(request, "status/withdraw_plan.html", context)


@require_safe
@organisation_page("see_divergence")
def plans(request: OrganisationRequest) -> HttpResponse:
    """Running ones; with ``?show=missing`` what asks for one, with ``?show=ended`` what became of the others."""
    show = request.GET.get("show", "")
    missing, ended = show == "missing", show == "ended"
    found = without_plan(request.organisation) if missing else plans_in(request.organisation, running=not ended)
    context = {
        "tab": "divergence",
        "missing": missing,
        "ended": ended,
        "running": not missing and not ended,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page", 1)),
        "success": success_in(request.organisation),
        "today": today(request.organisation),
    }
    return render_page(request, "status/plans.html", context)


def _home(request: OrganisationRequest, plan: GoToGreenPlan) -> str:
    return reverse("status:go_to_green", args=[request.organisation.slug, plan.project_id, plan.pk])
