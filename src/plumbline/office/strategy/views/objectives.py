"""All objectives as a tree, and one of them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.strategy import actions, queries
from plumbline.office.strategy.exports import lines_of
from plumbline.office.strategy.forms import AlignThingForm, MeasurementForm, ObjectiveForm, facts_of
from plumbline.office.strategy.models import Objective

WITHOUT_PER_PAGE = 20


@require_safe
@organisation_page("see_strategy")
def objectives(request: OrganisationRequest) -> HttpResponse:
    without = Paginator(queries.without_objective(request.organisation), WITHOUT_PER_PAGE)
    context = {
        "tab": "strategy",
        "tree": queries.objectives_tree(request.organisation),
        "share": queries.aligned_share(request.organisation),
        "without": without.get_page(request.GET.get("page")),
        "archived": queries.archived_objectives(request.organisation),
    }
    return render_page(request, "strategy/objectives.html", context)


@require_safe
@organisation_page("see_strategy")
def export(request: OrganisationRequest, extension: str) -> HttpResponse:
    name = f"objectives-{request.organisation.slug}"
    return table_file(name, extension, lines_of(queries.objectives_tree(request.organisation)), frozen_columns=2)


@require_safe
@organisation_page("see_strategy")
def objective(request: OrganisationRequest, objective_id: int) -> HttpResponse:
    return page_of(request, queries.objective_in(request.organisation, objective_id))


@organisation_page("edit_strategy")
def add(request: OrganisationRequest) -> HttpResponse:
    initial = {"parent": request.GET.get("parent"), "owner": request.user}
    form = ObjectiveForm(request.organisation, request.POST or None, initial=initial)
    found = attempt(form, lambda: actions.add_objective(request.organisation, by=request.user, **form.cleaned_data))
    if found:
        messages.success(request, f"“{found}” is added. Say next which programmes and projects are for it.")
        return to_objective(found)
    return render_page(request, "strategy/edit.html", {"form": form, "tab": "strategy", "objective": None})


@organisation_page("edit_strategy")
def edit(request: OrganisationRequest, objective_id: int) -> HttpResponse:
    found = queries.objective_in(request.organisation, objective_id)
    form = ObjectiveForm(request.organisation, request.POST or None, initial=facts_of(found))

    def do() -> bool:
        actions.change_objective(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, "It is changed.")
        return to_objective(found)
    return render_page(request, "strategy/edit.html", {"form": form, "tab": "strategy", "objective": found})


@organisation_page("edit_strategy")
def archive(request: OrganisationRequest, objective_id: int) -> HttpResponse:
    found = queries.objective_in(request.organisation, objective_id)
    if request.method != "POST":
        back = reverse("strategy:objective", args=[request.organisation.slug, found.pk])
        return render_page(request, "strategy/archive.html", {"objective": found, "back": back})
    try:
        actions.archive_objective(found, by=request.user)
        messages.success(request, f"“{found}” is archived. It can be restored at the foot of this page.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return to_objective(found)
    return redirect("strategy:objectives", request.organisation.slug)


@require_POST
@organisation_page("edit_strategy")
def restore(request: OrganisationRequest, objective_id: int) -> HttpResponse:
    found = queries.objective_in(request.organisation, objective_id)
    try:
        actions.restore_objective(found, by=request.user)
        messages.success(request, f"“{found}” counts again.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return to_objective(found)


@require_POST
@organisation_page("edit_strategy")
def measure(request: OrganisationRequest, objective_id: int) -> HttpResponse:
    found = queries.objective_in(request.organisation, objective_id)
    form = MeasurementForm(request.POST)
    if attempt(form, lambda: actions.record_measurement(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The measurement is recorded.")
        return to_objective(found)
    return page_of(request, found, measurement=form)


def page_of(
    request: OrganisationRequest,
    found: Objective,
    measurement: MeasurementForm | None = None,
    alignment: AlignThingForm | None = None,
) -> HttpResponse:
    """The page of an objective, with the form that was refused in place of an empty one."""
    context = {
        "tab": "strategy",
        "objective": found,
        "found": queries.objective_page(found),
        "measurement": measurement or MeasurementForm(initial={"on": today(request.organisation)}),
        "alignment": alignment or AlignThingForm(request.organisation),
    }
    return render_page(request, "strategy/objective.html", context)


def to_objective(found: Objective) -> HttpResponse:
    return redirect("strategy:objective", found.organisation.slug, found.pk)
