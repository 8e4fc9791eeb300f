"""Asking for a report, and looking how far it is."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import asks_for_a_part, render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.reporting import actions, jobs, queries
from plumbline.office.reporting.forms import ReportForm, offered
from plumbline.office.reporting.models import Making


@organisation_page("make_packs")
def new(request: OrganisationRequest, report: str) -> HttpResponse:
    about = offered().get(report)
    if about is None:
        raise Http404
    for permission in about.needs:
        require(request, permission)
    form = ReportForm(request.organisation, report, request.POST or None)
    asked = attempt(form, lambda: _ask(request, report, form))
    if asked:
        jobs.make_report.enqueue(asked.pk)
        return redirect("reporting:making", request.organisation.slug, asked.pk)
    return render_page(request, "reporting/new.html", {"report": about, "form": form, "tab": "packs"})


@organisation_page("make_packs")
def making(request: OrganisationRequest, making_id: int) -> HttpResponse:
    found = queries.making(request.organisation, making_id)
    if request.method == "POST":
        actions.try_again(found, by=request.user)
        jobs.make_report.enqueue(found.pk)
        messages.success(request, "It is in the queue again.")
        return redirect("reporting:making", request.organisation.slug, found.pk)
    if found.snapshot_id:
        there = reverse("reporting:snapshot", args=[request.organisation.slug, found.snapshot_id])
        return HttpResponseClientRedirect(there) if asks_for_a_part(request) else redirect(there)
    context = {"found": queries.in_words(found), "tab": "packs"}
    return render_page(request, "reporting/making.html", context, partial="progress")


def _ask(request: OrganisationRequest, report: str, form: ReportForm) -> Making:
    return actions.ask_for_report(
        request.organisation,
        by=request.user,
        report=report,
        parameters=form.parameters,
        previous=form.previous(),
    )
