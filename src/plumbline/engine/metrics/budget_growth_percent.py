"""How much more than promised the plan now costs."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.baseline_coverage import baseline_scope
from plumbline.engine.metrics.metric import NO_PLAN, Better, Measurement, Metric, Unit, not_measurable
from plumbline.engine.schedule import Schedule, Uid

METRIC = Metric(
    title="Planned cost against the baseline",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    why="Growth of the planned cost is the earliest sign of an overrun, before the money is spent.",
)


def measure(facts: ProjectFacts) -> Measurement:
    """``100 * (cost in the plan - cost in the baseline) / cost in the baseline`` over tasks and milestones.

    The cost of an activity is its budget, or else the sum of its assignments. Positive is dearer.
    """
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    scope = baseline_scope(schedule)
    promised = sum(each.baseline.cost or 0.0 for each in scope if each.baseline)
    if promised <= 0:
        return not_measurable("The baseline has no costs, so the cost of the plan cannot be compared with it.")
    assigned = _assigned_costs(schedule)
    now = sum(assigned.get(each.uid, 0.0) if each.budget is None else each.budget for each in scope)
    if now <= 0:
        return not_measurable("The plan has no costs, although its baseline has.")
    return Measurement(100 * (now - promised) / promised)


def _assigned_costs(schedule: Schedule) -> dict[Uid, float]:
    costs: dict[Uid, float] = defaultdict(float)
    for each in schedule.assignments:
        costs[each.activity] += each.cost
    return costs
