"""How a request ends: as a project, declined, merged; or it is put on hold for a time."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.intake import actions, queries
from plumbline.office.intake.forms import AcceptForm, DeclineForm, HoldForm, MergeForm
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.intake.queries.scores import knocked_out
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("triage_requests")
def decline(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    return _decided(request, asked, DeclineForm(request.POST or None), actions.decline, "Decline it", "declined")


@organisation_page("triage_requests")
def hold(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    return _decided(request, asked, HoldForm(request.POST or None), actions.hold, "Put it on hold", "on hold")


@organisation_page("triage_requests")
def merge(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    return _decided(request, asked, MergeForm(asked, request.POST or None), actions.merge, "Merge it", "merged")


@organisation_page("triage_requests")
def accept(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    form = AcceptForm(request.organisation, asked, request.POST or None)
    if project := attempt(form, lambda: actions.accept(asked, by=request.user, **form.cleaned_data)):
        messages.success(request, f"“{asked.title}” is the project {project} now.")
        return redirect("intake:request", request.organisation.slug, asked.pk)
    context = {
        "asked": asked,
        "form": form,
        "is_own": asked.author_id == request.user.pk,
        "knocked_out": knocked_out(asked),
    }
    return render_page(request, "intake/accept.html", context)


def _decided(
    request: OrganisationRequest,
    asked: ProjectRequest,
    form: forms.Form,
    decide: Callable[..., None],
    title: str,
    outcome: str,
) -> HttpResponse:
    def done() -> bool:
        decide(asked, by=request.user, **form.cleaned_data)
        return True

    if form.is_bound and attempt(form, done):
        messages.success(request, f"“{asked.title}” is {outcome}.")
        return redirect("intake:request", request.organisation.slug, asked.pk)
    context = {"asked": asked, "form": form, "title": title, "is_own": asked.author_id == request.user.pk}
    return render_page(request, "intake/decide.html", context)
