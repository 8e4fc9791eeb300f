"""Live sessions are planned, changed and cancelled by the PMO."""

from __future__ import annotations

from datetime import time

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.standards.queries import courses_in_force
from plumbline.office.teaching import actions, queries
from plumbline.office.teaching.forms import SessionForm, said_of

BEGIN = {"at": time(10), "minutes": 60, "seats": 12}


@organisation_page("oversee_learning")
def add(request: OrganisationRequest) -> HttpResponse:
    taught = courses_in_force(request.organisation)
    begin = BEGIN | {"subject": request.GET.get("subject", ""), "teacher": request.user}
    form = SessionForm(request.organisation, taught, request.POST or None, initial=begin)
    planned = attempt(form, lambda: actions.plan_session(request.organisation, form.facts(), by=request.user))
    if planned:
        messages.success(request, f"“{planned}” is planned.")
        return redirect("teaching:session", request.organisation.slug, planned.pk)
    return render_page(request, "teaching/form.html", {"tab": "sessions", "form": form})


@organisation_page("oversee_learning")
def change(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = queries.session_in(request.organisation, session_id)
    taught = courses_in_force(request.organisation)
    form = SessionForm(request.organisation, taught, request.POST or None, initial=said_of(found))

    def do() -> bool:
        actions.change_session(found, form.facts(), by=request.user)
        return True

    if attempt(form, do):
        messages.success(request, "It is changed. Whoever comes is told of another day, time or place.")
        return redirect("teaching:session", request.organisation.slug, session_id)
    return render_page(request, "teaching/form.html", {"tab": "sessions", "form": form, "session": found})


@organisation_page("oversee_learning")
def cancel(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = queries.session_in(request.organisation, session_id)
    there = reverse("teaching:session", args=[request.organisation.slug, session_id])
    if request.POST.get("do") != "cancel":
        return render_page(request, "teaching/cancel.html", {"tab": "sessions", "session": found, "back": there})
    tried(
        request, lambda: actions.cancel_session(found, by=request.user), "It is cancelled, and whoever comes is told."
    )
    return redirect(there)
