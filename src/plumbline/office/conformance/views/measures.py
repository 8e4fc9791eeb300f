"""How well standards are followed: the office, one metric, one project, and whether it pays."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.conformance import actions, queries
from plumbline.office.foundation.access import may
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects

PER_PAGE = 50
HEADINGS = ["Project", "What", "How it counts", "Detail"]


@require_safe
@organisation_page("see_conformance")
def overview(request: OrganisationRequest) -> HttpResponse:
    """Of the managers everybody sees themselves, and only the office and the executives see all."""
    sees_all = may(request.membership, "review_standards")
    context = {
        "page": queries.overview(request.organisation, manager=None if sees_all else request.user.pk),
        "projects": Paginator(queries.projects_counted(request.organisation), PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "may_measure": may(request.membership, "audit_projects"),
    }
    return render_page(request, "conformance/overview.html", context)


@organisation_page("audit_projects")
@require_POST
def measure(request: OrganisationRequest) -> HttpResponse:
    actions.measure_day(request.organisation, by=request.user, again=True)
    messages.success(request, "Counted anew.")
    return redirect("conformance:overview", request.organisation.slug)


@require_safe
@organisation_page("see_conformance")
def metric(request: OrganisationRequest, metric: str) -> HttpResponse:
    shown = queries.metric(request.organisation, metric)
    page = Paginator(shown.reading.items, PER_PAGE).get_page(request.GET.get("page"))
    context = {"shown": shown, "page": page, "days": queries.readings_of(shown), "tab": "conformance"}
    return render_page(request, "conformance/metric.html", context)


@require_safe
@organisation_page("see_conformance")
def metric_file(request: OrganisationRequest, metric: str, extension: str) -> HttpResponse:
    """The list behind a metric."""
    shown = queries.metric(request.organisation, metric)
    return table_file(shown.about.title, extension, [HEADINGS, *queries.lines_of(shown.reading.items)])


@require_safe
@organisation_page("see_conformance")
def project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    counted = queries.of_project(found)
    context = {
        "project": found,
        "counted": counted,
        "parts": queries.parts_of(counted.parts, counted.items) if counted else [],
        "tab": "standard",
    }
    return render_page(request, "conformance/project.html", context)


@require_safe
@organisation_page("see_conformance")
def pays(request: OrganisationRequest) -> HttpResponse:
    """Does following the standard pay?"""
    context = {"found": queries.associations(request.organisation), "tab": "conformance"}
    return render_page(request, "conformance/pays.html", context)
