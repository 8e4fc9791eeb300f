"""How many tasks are still to be finished."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_PLAN, Better, Measurement, Metric, Unit
from plumbline.engine.rules.populations import incomplete_tasks

METRIC = Metric(
    title="Open activities",
    unit=Unit.COUNT,
    better=Better.NEITHER,
    why="It gives the size of what is left, and the base that most percentages are taken of.",
)


def measure(facts: ProjectFacts) -> Measurement:
    """Number of tasks that are not complete."""
    if facts.plan is None:
        return NO_PLAN
    return Measurement(float(len(incomplete_tasks(facts.plan.schedule))))
