"""What a project hands over: listed, taken over from the plan, each with its requirements and criteria."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.acceptance import actions, queries
from plumbline.office.acceptance.forms import DeliverableForm, ElementsForm, ReasonForm, RequirementForm
from plumbline.office.acceptance.views.places import about, project_of, project_to_edit
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("see_acceptance")
def overview(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """With the form in which a deliverable is added by hand."""
    project = project_of(request, project_id)
    form = DeliverableForm(request.organisation, request.POST or None)
    if request.method == "POST":
        project_to_edit(request, project_id)
        if added := attempt(form, lambda: actions.add_deliverable(project, by=request.user, **form.cleaned_data)):
            messages.success(request, f"{added} is a deliverable of this project. Write when it is accepted.")
            return redirect("acceptance:deliverable", request.organisation.slug, project.pk, added.pk)
    context = about(request, project, page=queries.project_page(project, request.user.pk), form=form)
    return render_page(request, "acceptance/list.html", context)


@require_safe
@organisation_page("see_acceptance")
def criteria_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = project_of(request, project_id)
    lines = queries.criteria_lines(project)
    return table_file(f"{project.code} acceptance criteria", extension, lines, frozen_columns=1)


@organisation_page("see_acceptance")
def from_plan(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    elements = queries.summaries_of(project)
    form = ElementsForm(elements, request.POST or None)
    done = attempt(form, lambda: (actions.take_from_plan(project, by=request.user, keys=form.cleaned_data["keys"]),))
    if done:
        messages.success(request, f"Taken over from the plan: {len(done[0])}.")
        return redirect("acceptance:list", request.organisation.slug, project.pk)
    return render_page(request, "acceptance/from_plan.html", about(request, project, elements=elements, form=form))


@organisation_page("see_acceptance")
def deliverable(request: OrganisationRequest, project_id: int, deliverable_id: int) -> HttpResponse:
    """With the form in which a requirement is added."""
    project = project_of(request, project_id)
    found = queries.deliverable(project, deliverable_id)
    form = RequirementForm(request.POST or None)
    if request.method == "POST":
        project_to_edit(request, project_id)
        if added := attempt(form, lambda: actions.add_requirement(found, by=request.user, **form.cleaned_data)):
            messages.success(request, f"{added.reference} is kept.")
            return redirect("acceptance:deliverable", request.organisation.slug, project.pk, found.pk)
    page = queries.deliverable_page(found)
    context = about(request, project, deliverable=found, page=page, form=form)
    return render_page(request, "acceptance/deliverable.html", context)


@organisation_page("see_acceptance")
def edit_deliverable(request: OrganisationRequest, project_id: int, deliverable_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    found = queries.deliverable(project, deliverable_id)
    begun = {"name": found.name, "description": found.description, "owner": found.owner}
    form = DeliverableForm(request.organisation, request.POST or None, initial=begun)
    if attempt(form, lambda: actions.change_deliverable(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The change is saved.")
        return redirect("acceptance:deliverable", request.organisation.slug, project.pk, found.pk)
    context = about(request, project, deliverable=found, form=form)
    return render_page(request, "acceptance/edit_deliverable.html", context)


@organisation_page("see_acceptance")
def drop(request: OrganisationRequest, project_id: int, deliverable_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    found = queries.deliverable(project, deliverable_id)
    form = ReasonForm(request.POST or None)

    def do() -> bool:
        actions.drop_deliverable(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, f"{found} is not handed over any more.")
        return redirect("acceptance:list", request.organisation.slug, project.pk)
    context = about(request, project, form=form, thing=found, deed="Drop this deliverable", danger="Drop it")
    return render_page(request, "acceptance/reason.html", context | {"back": found, "deliverable": found})


@organisation_page("see_acceptance")
def drop_requirement(request: OrganisationRequest, project_id: int, requirement_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    found = queries.requirement(project, requirement_id)
    form = ReasonForm(request.POST or None)

    def do() -> bool:
        actions.drop_requirement(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, f"{found.reference} is required no more. Its criteria stay.")
        return redirect("acceptance:deliverable", request.organisation.slug, project.pk, found.deliverable_id)
    context = about(request, project, form=form, thing=found, deed="Drop this requirement", danger="Drop it")
    return render_page(request, "acceptance/reason.html", context | {"deliverable": found.deliverable})
