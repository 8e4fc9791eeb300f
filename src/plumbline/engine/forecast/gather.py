"""From the chunks of a simulation to what it tells."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.calendars.work_horizon import to_datetime, to_minutes
from plumbline.engine.forecast.chunk import Chunk, Simulation
from plumbline.engine.forecast.distributions import Floats
from plumbline.engine.forecast.inputs import RiskInputs
from plumbline.engine.forecast.joint import joint_of
from plumbline.engine.forecast.result import (
    CURVE_STEPS,
    LEVELS,
    ActivityRisk,
    CostForecast,
    DateForecast,
    Forecast,
    Settings,
)
from plumbline.engine.forecast.sensitivities import Moments, moments_of, tornado
from plumbline.engine.schedule import Activity, Schedule

Minutes = NDArray[np.int64]


def forecast_of(schedule: Schedule, inputs: RiskInputs, simulation: Simulation, chunks: Sequence[Chunk]) -> Forecast:
    finish = np.concatenate([each.finish for each in chunks])
    cost = np.concatenate([each.cost for each in chunks])
    sums = sum((each.sums.astype(np.float64) for each in chunks), np.zeros_like(chunks[0].sums, dtype=np.float64))
    critical = sum((each.critical for each in chunks), np.zeros_like(chunks[0].critical))
    extras = sum((each.extras for each in chunks), np.zeros_like(chunks[0].extras))
    beyond = simulation.line.work_before(finish) - simulation.deterministic
    of_finish = moments_of(beyond)
    planned = simulation.planned_dates
    ends = _date_forecast(None, schedule.name, finish, planned[0], simulation, inputs)
    costs = _cost_forecast(cost, simulation, inputs) if simulation.costing.any or cost.any() else None
    return Forecast(
        settings=_settings(schedule, inputs, simulation),
        finish=ends,
        milestones=_milestones(simulation, chunks, planned[1], inputs),
        cost=costs,
        joint=joint_of(finish, cost, ends, costs, inputs) if costs else None,
        activities=_activities(simulation, sums, critical, of_finish),
        tornado=tornado(simulation, sums, extras, of_finish),
    )


def _settings(schedule: Schedule, inputs: RiskInputs, simulation: Simulation) -> Settings:
    drawing = simulation.drawing
    return Settings(
        seed=simulation.seed,
        iterations=simulation.iterations,
        status_date=schedule.data_date,
        drawn_activities=len(drawing.nodes),
        distributions=drawing.distributions,
        mitigated=tuple(each.event.id for each in drawing.events if each.mitigated),
    )


def _milestones(
    simulation: Simulation, chunks: Sequence[Chunk], planned: list[int], inputs: RiskInputs
) -> tuple[DateForecast, ...]:
    found = []
    for row, node in enumerate(simulation.milestones):
        dates = np.concatenate([each.milestones[row] for each in chunks])
        activity = simulation.activities[node]
        assert activity is not None
        found.append(_date_forecast(activity, activity.name, dates, planned[row], simulation, inputs))
    return tuple(found)


def _date_forecast(
    activity: Activity | None, name: str, dates: Minutes, planned: int, simulation: Simulation, inputs: RiskInputs
) -> DateForecast:
    ordered = np.sort(dates)
    line = simulation.line
    late = moments_of(line.work_before(ordered) - line.work_before(np.array([planned]))[0])
    at_80 = int(_at(ordered, 0.8))
    return DateForecast(
        uid=activity.uid if activity else None,
        id=activity.id if activity else "",
        name=name,
        deterministic=to_datetime(planned),
        chance_of_deterministic=_share(ordered, planned),
        quantiles={level: to_datetime(int(_at(ordered, level / 100))) for level in LEVELS},
        mean_minutes=late.mean,
        sd_minutes=late.sd,
        contingency_minutes=int(np.diff(line.work_before(np.array([planned, at_80])))[0]),
        curve=tuple(to_datetime(int(_at(ordered, step / CURVE_STEPS))) for step in range(CURVE_STEPS + 1)),
        chances={moment: _share(ordered, to_minutes(moment)) for moment in inputs.by},
    )


def _cost_forecast(cost: Floats, simulation: Simulation, inputs: RiskInputs) -> CostForecast:
    ordered = np.sort(cost)
    planned = simulation.costing.deterministic
    mean = math.fsum(ordered) / len(ordered)
    spread = math.fsum((ordered - mean) ** 2) / max(1, len(ordered) - 1)
    return CostForecast(
        deterministic=planned,
        chance_of_deterministic=_share(ordered, planned),
        quantiles={level: float(_at(ordered, level / 100)) for level in LEVELS},
        mean=mean,
        sd=math.sqrt(spread),
        contingency=float(_at(ordered, 0.8)) - planned,
        curve=tuple(float(_at(ordered, step / CURVE_STEPS)) for step in range(CURVE_STEPS + 1)),
        chances={amount: _share(ordered, amount) for amount in inputs.budgets},
    )


def _at(ordered: NDArray[np.generic], chance: float) -> float:
    """The first value that at least the share ``chance`` of all does not exceed."""
    place = math.ceil(chance * len(ordered) - 1e-9) - 1
    return float(ordered[min(max(place, 0), len(ordered) - 1)])


def _share(ordered: NDArray[np.generic], value: float) -> float:
    return int(np.searchsorted(ordered, value, side="right")) / len(ordered)


def _activities(
    simulation: Simulation, sums: Floats, critical: NDArray[np.int64], finish: Moments
) -> tuple[ActivityRisk, ...]:
    drawing, count = simulation.drawing, simulation.iterations
    row_of = {node: row for row, node in enumerate(drawing.nodes)}
    found = []
    for node, activity in enumerate(simulation.activities):
        if activity is None or activity.is_complete or activity.is_milestone or not activity.active:
            continue
        row = row_of.get(node)
        own = finish.with_sums(sums[row, :3]) if row is not None else None
        planned = int(simulation.planned[node])
        share = int(critical[node]) / count
        sd = own.sd if own else 0.0
        found.append(
            ActivityRisk(
                uid=activity.uid,
                id=activity.id,
                name=activity.name,
                planned_minutes=planned,
                mean_minutes=planned + (own.mean if own else 0.0),
                sd_minutes=sd,
                criticality=share,
                cruciality=own.correlation if own else 0.0,
                sensitivity=share * sd / finish.sd if finish.sd else 0.0,
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.sensitivity, -each.criticality)))
