"""A simulation is asked for, watched and read."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.forecasts import actions, jobs
from plumbline.office.forecasts.forms import SimulateForm
from plumbline.office.forecasts.models import SimulationRun
from plumbline.office.forecasts.queries.forecast_page import forecast_page, part_lines, run_of, simulation_of
from plumbline.office.forecasts.views.access import SEE, about, project_of, project_to_edit
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page(SEE)
def forecast(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_of(request, project_id)
    form = SimulateForm(request.POST or None)
    if begun := attempt(form, lambda: actions.begin_simulation(project, by=request.user, **form.cleaned_data)):
        if isinstance(begun, SimulationRun):
            jobs.simulate_project.enqueue(begun.pk)
        return redirect("forecasts:forecast", request.organisation.slug, project.pk)
    context = about(request, project, "forecast", page=forecast_page(project), form=form)
    return render_page(request, "forecasts/forecast.html", context, partial="run")


@require_safe
@organisation_page(SEE)
def simulation(request: OrganisationRequest, project_id: int, number: int) -> HttpResponse:
    project = project_of(request, project_id)
    context = about(request, project, "forecast", page=forecast_page(project, number), is_of_the_past=True)
    return render_page(request, "forecasts/forecast.html", context)


@require_safe
@organisation_page(SEE)
def part_file(request: OrganisationRequest, project_id: int, number: int, part: str, extension: str) -> HttpResponse:
    project = project_of(request, project_id)
    found = simulation_of(project, number)
    return table_file(f"{project.code} simulation {number} {part}", extension, part_lines(found, part))


@organisation_page(SEE)
@require_POST
def cancel(request: OrganisationRequest, project_id: int, run_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    run = run_of(project, run_id)
    tried(request, lambda: actions.cancel_simulation(run, by=request.user), "The simulation is being stopped.")
    return redirect("forecasts:forecast", request.organisation.slug, project.pk)
