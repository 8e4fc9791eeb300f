"""What a plan costs in each iteration: what goes with time, what is fixed, what is drawn, and what risks add."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from plumbline.engine.forecast.drawing import Drawing
from plumbline.engine.forecast.inputs import ActivityCost, RiskInputs
from plumbline.engine.forecast.sampling import Sampler
from plumbline.engine.schedule import Schedule, Uid


@dataclass(frozen=True)
class Costing:
    """``deterministic`` is the cost of the plan as it stands. ``per_minute`` is money by row of drawn durations.

    ``drawn`` are fixed costs that vary: their row (-1 where the duration does not vary), what they are in the
    deterministic cost, and how they are drawn. ``fixed`` is what the activities of branches cost apart from time.
    """

    deterministic: float
    per_minute: list[float]
    drawn: list[tuple[Uid, float, Sampler]]
    fixed: dict[Uid, float]

    @property
    def any(self) -> bool:
        return bool(self.deterministic or self.drawn)


def costing_of(schedule: Schedule, drawing: Drawing, inputs: RiskInputs) -> Costing:
    """From the costs in ``inputs``, else from what the plan says."""
    in_plan = _in_plan(schedule)
    total = 0.0
    per_minute = [0.0] * len(drawing.nodes)
    drawn: list[tuple[Uid, float, Sampler]] = []
    fixed: dict[Uid, float] = {}
    for activity in schedule.activities:
        if activity.is_summary or not activity.active:
            continue
        cost = inputs.costs.get(activity.uid) or in_plan.get(activity.uid)
        if cost is None:
            continue
        if isinstance(cost.fixed, int | float):
            amount = float(cost.fixed)
        else:
            sampler = Sampler(cost.fixed)
            amount = _most_likely(sampler)
            drawn.append((activity.uid, amount, sampler))
        fixed[activity.uid] = amount
        total += amount + cost.by_time
        row = drawing.row_of.get(activity.uid)
        if row is not None and activity.duration:
            per_minute[row] = cost.by_time / activity.duration
    return Costing(total, per_minute, drawn, fixed)


def _most_likely(sampler: Sampler) -> float:
    """What a plan would say: the mode of three points, else the mean."""
    return float(getattr(sampler.distribution, "most_likely", sampler.distribution.mean))


def _in_plan(schedule: Schedule) -> dict[Uid, ActivityCost]:
    """The budget of an activity, of which the part that its assignments make up by work goes with time."""
    material = {each.uid for each in schedule.resources if each.kind != "work"}
    by_time: dict[Uid, float] = defaultdict(float)
    fixed: dict[Uid, float] = defaultdict(float)
    for each in schedule.assignments:
        goes_with_time = each.resource is not None and each.resource not in material
        (by_time if goes_with_time else fixed)[each.activity] += each.cost
    costs: dict[Uid, ActivityCost] = {}
    for activity in schedule.activities:
        timely, other = by_time[activity.uid], fixed[activity.uid]
        if activity.budget is not None:
            other = max(0.0, activity.budget - timely)
            timely = min(timely, activity.budget)
        if timely or other:
            costs[activity.uid] = ActivityCost(fixed=other, by_time=timely)
    return costs
