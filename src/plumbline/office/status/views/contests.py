"""Contesting what the evidence says of a dimension."""

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
from plumbline.office.projects.models import Project
from plumbline.office.status.actions.contests import contest_status, end_contest
from plumbline.office.status.forms_divergence import ContestForm
from plumbline.office.status.queries.contests import contest_of, contests_in
from plumbline.office.status.queries.dimension_page import dimension_page

PER_PAGE = 50


@require_safe
@organisation_page("see_status")
def dimension(request: OrganisationRequest, project_id: int, dimension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    context = {
        "project": project,
        "tab": "status",
        "page": dimension_page(project, dimension),
        "today": today(request.organisation),
        "may_report": may(request.membership, "report_status", project),
    }
    return render_page(request, "status/dimension.html", context)


@organisation_page("see_status")
def contest(request: OrganisationRequest, project_id: int, dimension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "report_status", project)
    page = dimension_page(project, dimension)
    form = ContestForm(request.POST or None)
    if attempt(form, lambda: contest_status(project, dimension, by=request.user, **form.cleaned_data)):
        messages.success(request, "It is contested. What you wrote stands beside the status until its last day.")
        return redirect(_home(request, project, dimension))
    context = {"project": project, "tab": "status", "page": page, "form": form}
    return render_page(request, "status/contest.html", context)


@organisation_page("see_status")
def end(request: OrganisationRequest, project_id: int, contest_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = contest_of(project, contest_id)
    require(request, "report_status", project)
    if request.method == "POST":
        end_contest(found, by=request.user)
        messages.success(request, "The contest is over. The evidence stands alone again.")
        return redirect(_home(request, project, found.dimension))
    return render_page(
        request,
        "status/end_contest.html",
        {"project": project, "contest": found, "back": _home(request, project, found.dimension)},
    )


@require_safe
@organisation_page("see_divergence")
def contests(request: OrganisationRequest) -> HttpResponse:
    over = request.GET.get("show") == "over"
    page = Paginator(contests_in(request.organisation, over=over), PER_PAGE).get_page(request.GET.get("page", 1))
    context = {"tab": "divergence", "page": page, "over": over, "holding": not over}
    return render_page(request, "status/contests.html", context)


def _home(request: OrganisationRequest, project: Project, dimension: str) -> str:
    return reverse("status:dimension", args=[request.organisation.slug, project.pk, dimension])
