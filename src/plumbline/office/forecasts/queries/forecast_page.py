"""The page of a simulation: what it found, in numbers and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from plumbline.office.forecasts import pictures
from plumbline.office.forecasts.kept import KeptActivity, KeptDate, KeptForecast, load
from plumbline.office.forecasts.models import Commitment, Simulation, SimulationRun
from plumbline.office.forecasts.queries.commitments import commitments_of
from plumbline.office.forecasts.queries.targets import latest_simulation
from plumbline.office.projects.models import Project

MOST_EARLIER = 20
MOST_SHOWN = 30
PARTS = ("curve", "milestones", "activities")


@dataclass(frozen=True, slots=True)
class Promise:
    commitment: Commitment
    chance: float | None


@dataclass(frozen=True)
class ForecastPage:
    """``simulation`` is ``None`` before the first one. ``earlier`` are the latest, without what was left out."""

    simulation: Simulation | None
    found: KeptForecast | None
    promises: list[Promise]
    earlier: list[Simulation]
    run: SimulationRun | None
    is_of_current_plan: bool

    @property
    def marks(self) -> list[pictures.Mark]:
        promised = [
            (each.commitment.reference, each.commitment.value)
            for each in self.promises
            if each.commitment.kind == Commitment.Kind.FINISH
        ]
        return pictures.marks_of(self.found, promised) if self.found else []

    @property
    def s_curve(self) -> pictures.Specification | None:
        return pictures.s_curve(self.found.finish.curve, self.marks) if self.found else None

    @property
    def histogram(self) -> pictures.Specification | None:
        return pictures.histogram(self.found.finish.curve, self.marks) if self.found else None

    @property
    def tornado(self) -> pictures.Specification | None:
        return pictures.tornado(self.found.tornado, self.found.finish.quantiles[50]) if self.found else None

    @property
    def fans(self) -> pictures.Specification | None:
        return pictures.milestones(self.found.milestones) if self.found else None

    @property
    def cost_curve(self) -> pictures.Specification | None:
        cost = self.found.cost if self.found else None
        if cost is None:
            return None
        promised = [
            (each.commitment.reference, each.commitment.value)
            for each in self.promises
            if each.commitment.kind == Commitment.Kind.BUDGET
        ]
        marks: list[pictures.Mark] = [("Plan", cost.deterministic), ("P80", cost.quantiles[80]), *promised]
        return pictures.s_curve(cost.curve, marks)

    @property
    def joint(self) -> pictures.Specification | None:
        joint = self.found.joint if self.found else None
        return pictures.joint(joint) if joint else None

    @property
    def quantile_rows(self) -> list[tuple[int, date, float | None]]:
        if self.found is None:
            return []
        cost = self.found.cost.quantiles if self.found.cost else {}
        return [(level, day, cost.get(level)) for level, day in self.found.finish.quantiles.items()]

    @property
    def joint_rows(self) -> list[tuple[date, float, float]]:
        """Date, amount and the chance of both, on the diagonal: each as likely by itself as the other."""
        joint = self.found.joint if self.found else None
        if joint is None:
            return []
        rows = zip(joint.dates, joint.amounts, joint.shares, strict=True)
        return [(day, amount, shares[place]) for place, (day, amount, shares) in enumerate(rows)][1::3]

    @property
    def activities(self) -> tuple[KeptActivity, ...]:
        return self.found.activities[:MOST_SHOWN] if self.found else ()

    @property
    def milestones(self) -> tuple[KeptDate, ...]:
        return self.found.milestones if self.found else ()


def forecast_page(project: Project, number: int | None = None) -> ForecastPage:
    """Of the latest simulation, or of the one of that number; 404 for another. Four queries."""
    simulation = latest_simulation(project) if number is None else simulation_of(project, number)
    found = load(simulation.result) if simulation else None
    rows = Simulation.objects.filter(project=project).select_related("plan_version", "by").defer("result", "inputs")
    run = SimulationRun.objects.filter(project=project).order_by("-id").first() if number is None else None
    is_new = bool((run and run.is_under_way) or (run and not run.simulation_id and _is_last_word(run, simulation)))
    return ForecastPage(
        simulation=simulation,
        found=found,
        promises=[Promise(each, _chance(each, found)) for each in commitments_of(project)] if found else [],
        earlier=list(rows[:MOST_EARLIER]),
        run=run if is_new else None,
        is_of_current_plan=bool(simulation and simulation.plan_version_id == project.current_plan_id),
    )


def simulation_of(project: Project, number: int) -> Simulation:
    rows = Simulation.objects.filter(project=project, number=number).select_related("plan_version", "by")
    found = rows.first()
    if found is None:
        raise Http404
    return found


def run_of(project: Project, run_id: int) -> SimulationRun:
    found = SimulationRun.objects.filter(project=project, pk=run_id).first()
    if found is None:
        raise Http404
    found.project = project
    return found


def part_lines(simulation: Simulation, part: str) -> Iterator[list[Any]]:
    """A table of a simulation: ``curve``, ``milestones`` or ``activities``."""
    return _LINES[part](load(simulation.result))


def _chance(commitment: Commitment, found: KeptForecast | None) -> float | None:
    if found is None:
        return None
    if commitment.amount is not None:
        return found.cost.chance_within(float(commitment.amount)) if found.cost else None
    dates = found.finish if commitment.kind == Commitment.Kind.FINISH else found.milestone(commitment.uid)
    return dates.chance_by(commitment.day) if dates and commitment.day else None


def _is_last_word(run: SimulationRun, simulation: Simulation | None) -> bool:
    return simulation is None or (run.ended_at or run.asked_at) > simulation.at


def _curve_lines(found: KeptForecast) -> Iterator[list[Any]]:
    yield ["Chance %", "Finish", "Cost"]
    steps = len(found.finish.curve) - 1
    for place, day in enumerate(found.finish.curve):
        yield [round(100 * place / steps, 1), day, found.cost.curve[place] if found.cost else None]


def _milestone_lines(found: KeptForecast) -> Iterator[list[Any]]:
    levels = sorted(found.finish.quantiles)
    yield ["ID", "Milestone", "Plan", "Chance of the plan %", *(f"P{level}" for level in levels), "P80 less plan, days"]
    for each in (found.finish, *found.milestones):
        name = each.name if each.uid else "Finish of the project"
        days = (each.quantiles[level] for level in levels)
        chance = round(100 * each.chance_of_deterministic, 1)
        yield [each.id, name, each.deterministic, chance, *days, each.contingency_days]


def _activity_lines(found: KeptForecast) -> Iterator[list[Any]]:
    yield ["ID", "Activity", "Planned days", "Mean days", "Standard deviation", "Criticality %", "Cruciality", "SSI"]
    for each in found.activities:
        critical = round(100 * each.criticality, 1)
        yield [each.id, each.name, each.planned_days, each.mean_days, each.sd_days, critical, each.cruciality,
               each.sensitivity]  # fmt: skip


_LINES = {"curve": _curve_lines, "milestones": _milestone_lines, "activities": _activity_lines}
