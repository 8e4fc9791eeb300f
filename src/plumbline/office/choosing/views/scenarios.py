"""The scenarios of an organisation, one of them, its pictures, and several side by side."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.choosing import actions, queries
from plumbline.office.choosing.exports import candidate_lines
from plumbline.office.choosing.forms import NameForm, ScenarioForm, facts_of
from plumbline.office.choosing.models import Scenario
from plumbline.office.choosing.pictures import bubbles_picture, frontier_picture
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page

PAGE_LENGTH = 50


@require_safe
@organisation_page("see_scenarios")
def scenarios(request: OrganisationRequest) -> HttpResponse:
    found = Paginator(queries.scenarios_of(request.organisation), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"tab": "scenarios", "page": found, "record": queries.plan_of_record(request.organisation)}
    return render_page(request, "choosing/scenarios.html", context)


@organisation_page("edit_scenarios")
def add(request: OrganisationRequest) -> HttpResponse:
    form = ScenarioForm(request.POST or None)
    found = attempt(form, lambda: actions.add_scenario(request.organisation, by=request.user, **form.cleaned_data))
    if found:
        messages.success(request, f"“{found}” is there. Add next what it chooses from.")
        return to_scenario(found)
    return render_page(request, "choosing/edit.html", {"form": form, "tab": "scenarios", "scenario": None})


@require_safe
@organisation_page("see_scenarios")
def scenario(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    context = {"tab": "scenarios", "scenario": found, "found": queries.scenario_page(found)}
    return render_page(request, "choosing/scenario.html", context, partial="calculation")


@require_safe
@organisation_page("see_scenarios")
def pictures(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    page = queries.scenario_page(found)
    points = (page.outcome or {}).get("frontier", [])
    context = {
        "tab": "scenarios",
        "scenario": found,
        "found": page,
        "points": points,
        "frontier": frontier_picture(points, request.organisation.currency),
        "bubbles": bubbles_picture(page.rows),
    }
    return render_page(request, "choosing/pictures.html", context)


@require_safe
@organisation_page("see_scenarios")
def export(request: OrganisationRequest, scenario_id: int, extension: str) -> HttpResponse:
    found = queries.scenario_in(request.organisation, int(scenario_id))
    return table_file(
        f"scenario-{found.pk}", extension, candidate_lines(queries.scenario_page(found)), frozen_columns=2
    )


@organisation_page("edit_scenarios")
def edit(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    form = ScenarioForm(request.POST or None, initial=facts_of(found))

    def do() -> bool:
        actions.change_scenario(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, "It is changed.")
        return to_scenario(found)
    return render_page(request, "choosing/edit.html", {"form": form, "tab": "scenarios", "scenario": found})


@organisation_page("edit_scenarios")
def copy(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    form = NameForm(request.POST or None, initial={"name": f"{found.name[:150]}, again"})
    made = attempt(form, lambda: actions.copy_scenario(found, by=request.user, name=form.cleaned_data["name"]))
    if made:
        messages.success(request, f"“{made}” is a copy of “{found}”. What you change in it leaves that as it is.")
        return to_scenario(made)
    return render_page(request, "choosing/copy.html", {"form": form, "tab": "scenarios", "scenario": found})


@organisation_page("edit_scenarios")
def archive(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    if request.method != "POST":
        back = reverse("choosing:scenario", args=[request.organisation.slug, found.pk])
        return render_page(request, "choosing/archive.html", {"scenario": found, "back": back})
    tried(request, lambda: actions.archive_scenario(found, by=request.user), f"“{found}” is archived.")
    return redirect("choosing:list", request.organisation.slug)


@require_safe
@organisation_page("see_scenarios")
def compare(request: OrganisationRequest) -> HttpResponse:
    context = {
        "tab": "scenarios",
        "all": list(queries.scenarios_of(request.organisation)[:PAGE_LENGTH]),
        "chosen": [each.pk for each in _chosen(request)],
        "found": queries.beside(_chosen(request), queries.plan_of_record(request.organisation)),
        "most": queries.MOST_BESIDE,
    }
    return render_page(request, "choosing/compare.html", context)


@require_safe
@organisation_page("see_scenarios")
def compare_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = queries.beside(_chosen(request), queries.plan_of_record(request.organisation))
    return table_file("scenarios", extension, found.lines(), frozen_columns=1)


def _chosen(request: OrganisationRequest) -> list[Scenario]:
    """Those ticked, else the newest."""
    wanted = [int(each) for each in request.GET.getlist("scenario") if each.isdecimal() and len(each) < 19]
    found = queries.scenarios_of(request.organisation)
    return list((found.filter(pk__in=wanted) if wanted else found)[: queries.MOST_BESIDE])


def to_scenario(found: Scenario) -> HttpResponse:
    return redirect("choosing:scenario", found.organisation.slug, found.pk)
