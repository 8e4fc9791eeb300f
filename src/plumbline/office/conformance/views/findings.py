"""Findings: one with what was done about it, and all that are open."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.conformance.actions.findings import follow_up as do
from plumbline.office.conformance.forms import DeedForm, FollowUpForm
from plumbline.office.conformance.queries import findings as queries
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.governance.queries import today
from plumbline.office.people.access import OrganisationRequest, organisation_page, require

PER_PAGE = 50


@organisation_page("see_conformance")
def finding(request: OrganisationRequest, finding_id: int) -> HttpResponse:
    found = queries.finding(request.organisation, finding_id)
    require(request, "see_audit", found.audit)
    deeds = queries.deeds_open_to(request.user, found, audits=may(request.membership, "audit_projects"))
    form = DeedForm(deeds, request.POST or None)
    if request.method == "POST":
        require(request, "follow_up_finding", found)
        if attempt(form, lambda: do(found, by=request.user, **form.cleaned_data)):
            messages.success(request, "It is kept.")
            return redirect("conformance:finding", request.organisation.slug, found.pk)
    context = {
        "finding": found,
        "events": found.events.select_related("by"),
        "today": today(request.organisation),
        "audit": found.audit,
        "form": form if deeds or form.is_bound else None,
        "tab": "audits",
    }
    return render_page(request, "conformance/finding.html", context)


@require_safe
@organisation_page("see_conformance")
def follow_up(request: OrganisationRequest) -> HttpResponse:
    form = FollowUpForm(request.organisation, request.GET or None)
    day = today(request.organisation)
    found = queries.open_findings(request.membership, form.filters if form.is_bound else {}, day)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "form": form, "today": day, "tab": "audits"}
    return render_page(request, "conformance/follow_up.html", context)


@require_safe
@organisation_page("see_conformance")
def follow_up_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    form = FollowUpForm(request.organisation, request.GET)
    day = today(request.organisation)
    found = queries.open_findings(request.membership, form.filters, day)
    return table_file(f"findings-{request.organisation.slug}", extension, queries.lines_to_export(found, day))
