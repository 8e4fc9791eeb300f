"""What was promised, and whether it is realistic."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.forecasts import actions
from plumbline.office.forecasts.forms import PromiseForm, ReasonForm
from plumbline.office.forecasts.queries.commitments import commitment, history_of
from plumbline.office.forecasts.queries.target_page import cards_of, milestones_of, target_lines
from plumbline.office.forecasts.views.access import SEE, about, project_of, project_to_edit
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today

KNOWN = ("kind", "uid", "day", "amount", "promised_by", "promised_to", "promised_on")


@organisation_page(SEE)
def targets(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_of(request, project_id)
    initial = {"promised_on": today(request.organisation)}
    form = PromiseForm(request.organisation, milestones_of(project), request.POST or None, initial=initial)
    if made := attempt(form, lambda: actions.promise(project, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{made.reference} is kept: {made.name}.")
        return redirect("forecasts:targets", request.organisation.slug, project.pk)
    context = about(request, project, "targets", cards=cards_of(project), form=form)
    return render_page(request, "forecasts/targets.html", context)


@require_safe
@organisation_page(SEE)
def targets_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = project_of(request, project_id)
    return table_file(f"{project.code} targets", extension, target_lines(cards_of(project)))


@organisation_page(SEE)
def edit_target(request: OrganisationRequest, project_id: int, number: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    found = commitment(project, number)
    initial = {name: getattr(found, name) for name in KNOWN}
    form = PromiseForm(request.organisation, milestones_of(project), request.POST or None, initial=initial)
    back = reverse("forecasts:targets", args=[request.organisation.slug, project.pk])
    if attempt(form, lambda: actions.promise(project, by=request.user, number=number, **form.cleaned_data)):
        messages.success(request, f"{found.reference} is changed. What was promised before stays in the history.")
        return redirect(back)
    history = history_of(project, number)
    context = about(request, project, "targets", commitment=found, form=form, back=back, history=history)
    return render_page(request, "forecasts/edit_target.html", context)


@organisation_page(SEE)
def withdraw_target(request: OrganisationRequest, project_id: int, number: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    found = commitment(project, number)
    form = ReasonForm(request.POST or None)
    back = reverse("forecasts:targets", args=[request.organisation.slug, project.pk])
    if attempt(form, lambda: actions.withdraw(project, by=request.user, number=number, **form.cleaned_data)):
        messages.success(request, f"{found.reference} is withdrawn.")
        return redirect(back)
    context = about(request, project, "targets", commitment=found, form=form, back=back)
    return render_page(request, "forecasts/withdraw.html", context)
