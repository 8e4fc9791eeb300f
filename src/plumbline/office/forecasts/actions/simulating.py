"""Simulations: small ones at once, large ones as work that is watched."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from plumbline import __version__
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.forecast import Forecast, InvalidEstimate, simulate
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import LoopInSchedule
from plumbline.engine.stopping import GoingOn
from plumbline.office.forecasts.kept import dump
from plumbline.office.forecasts.models import Simulation, SimulationRun
from plumbline.office.forecasts.queries.ranges import is_drawn
from plumbline.office.forecasts.queries.uncertain import Uncertain, uncertain_about
from plumbline.office.foundation import runs
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects import queries as projects
from plumbline.office.projects.held import locked, mark, next_number
from plumbline.office.projects.models import PlanVersion, Project

LEAST_ITERATIONS, MOST_ITERATIONS = 100, 100_000
AT_ONCE = 4_000_000
"""Activities times iterations up to which a page waits: well under a second."""
MOST_KEPT = 5_000
_UNCALCULATED = (LoopInSchedule, OutOfWorkingTime)
Found = tuple[Forecast, Uncertain]


def begin_simulation(
    project: Project, *, by: Person, iterations: int = 5_000, seed: int = 1
) -> Simulation | SimulationRun:
    """Of the current plan with what is uncertain now. A small one is done when this returns, a large one is due.

    Raises ``ValidationError`` where there is nothing to simulate, or something contradicts itself.
    """
    version, schedule = _plan_of(project)
    if not LEAST_ITERATIONS <= iterations <= MOST_ITERATIONS:
        raise ValidationError({"iterations": f"Choose {LEAST_ITERATIONS:,} to {MOST_ITERATIONS:,} iterations."})
    uncertain = _uncertain(project, schedule)
    if _size(schedule) * iterations > AT_ONCE:
        return _ask(project, version, by=by, iterations=iterations, seed=seed)
    found = _simulated(schedule, uncertain, iterations, seed)
    with action("simulate", by=by, scope=project.organisation) as line:
        held = locked(project)
        kept = _keep(held, version, (found, uncertain), by)
        line.about(kept, plan_version=version.number, seed=seed, iterations=iterations)
    return kept


def carry_out_simulation(run_id: int) -> None:
    """For a worker: does what was asked, unless another has it or it was cancelled."""
    runs.carry_out(SimulationRun, run_id, _calculate, _keep_what_came)


def cancel_simulation(run: SimulationRun, *, by: Person) -> bool:
    """Within a second. False if it had ended."""
    with action("cancel_simulation", by=by, scope=run.project.organisation) as line:
        stopped = runs.cancel(run)
        if stopped:
            line.about(run)
        else:
            line.nothing_happened()
    return stopped


def _ask(project: Project, version: PlanVersion, *, by: Person, iterations: int, seed: int) -> SimulationRun:
    with action("ask_for_simulation", by=by, scope=project.organisation) as line:
        held = locked(project)
        under_way = SimulationRun.objects.filter(project=held, state__in=("waiting", "running"))
        if under_way.exists():
            raise ValidationError("A simulation of this project is under way. Wait for it, or cancel it.")
        run = SimulationRun(project=held, plan_version=version, iterations=iterations, seed=seed, by=by, due_at=now())
        add(run)
        line.about(run, plan_version=version.number, seed=seed, iterations=iterations)
    return run


def _calculate(run: SimulationRun, going_on: GoingOn) -> Found:
    schedule = projects.schedule_of(run.plan_version)
    try:
        uncertain = _uncertain(run.project, schedule)
        return _simulated(schedule, uncertain, run.iterations, run.seed, going_on), uncertain
    except ValidationError as refused:
        raise runs.CannotBeDone(" ".join(refused.messages)) from refused


def _keep_what_came(run: SimulationRun, found: Found) -> None:
    with transaction.atomic(), action("simulate", by=run.by, scope=run.project.organisation) as line:
        kept = _keep(run.project, run.plan_version, found, run.by)
        SimulationRun.objects.filter(pk=run.pk).update(simulation=kept)
        line.about(kept, plan_version=run.plan_version.number, seed=run.seed, iterations=run.iterations)


def _simulated(
    schedule: Schedule, uncertain: Uncertain, iterations: int, seed: int, going_on: GoingOn | None = None
) -> Forecast:
    try:
        return simulate(schedule, uncertain.inputs, iterations=iterations, seed=seed, going_on=going_on)
    except InvalidEstimate as problem:
        raise ValidationError(_sentence(problem)) from problem
    except _UNCALCULATED as problem:
        raise ValidationError(f"The plan cannot be calculated: {problem}. Mend it first.") from problem


def _keep(project: Project, version: PlanVersion, found: Found, by: Person | None) -> Simulation:
    forecast, uncertain = found
    schedule = projects.schedule_of(version)
    values: dict[str, Any] = {
        "number": next_number(Simulation.objects.filter(project=project), MOST_KEPT),
        "seed": forecast.settings.seed,
        "iterations": forecast.settings.iterations,
        "inputs": uncertain.told,
        "inputs_digest": uncertain.digest,
        "result": dump(forecast, schedule.options.minutes_per_day, schedule.currency),
        "engine_version": __version__,
        "deterministic": forecast.finish.deterministic.date(),
        "p50": _day(forecast, 50),
        "p80": _day(forecast, 80),
    }
    kept = add(Simulation(project=project, plan_version=version, by=by, **values))
    mark(project)
    return kept


def _day(forecast: Forecast, level: int) -> date:
    return forecast.finish.quantiles[level].date()


def _plan_of(project: Project) -> tuple[PlanVersion, Schedule]:
    version = project.current_plan
    if version is None:
        raise ValidationError("There is no plan to simulate. Upload one, or write it here.")
    if version.calculation_problem:
        raise ValidationError(f"The plan cannot be calculated: {version.calculation_problem}. Mend it first.")
    return version, projects.schedule_of(version)


def _uncertain(project: Project, schedule: Schedule) -> Uncertain:
    try:
        found = uncertain_about(project, schedule)
    except InvalidEstimate as problem:
        raise ValidationError(_sentence(problem)) from problem
    if found.is_nothing:
        raise ValidationError(
            "Nothing is uncertain yet, so every iteration would end alike. Give ranges by rule or estimates of "
            "activities on the page Estimates, or say what the risks do to the plan on the page Risks."
        )
    return found


def _size(schedule: Schedule) -> int:
    return sum(is_drawn(each) for each in schedule.activities)


def _sentence(problem: Exception) -> str:
    text = str(problem)
    return f"{text[:1].upper()}{text[1:]}."
