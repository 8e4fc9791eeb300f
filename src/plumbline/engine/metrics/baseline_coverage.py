"""How much of the plan has a promise to be compared with."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.baselined import baseline_scope, baselined_activities
from plumbline.engine.metrics.metric import Better, Measurement, Metric, Unit
from plumbline.engine.metrics.missing import NO_PLAN, NO_TASKS

METRIC = Metric(
    title="Activities with a baseline",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    why="Work without a baseline cannot be late, however late it is.",
    references=("DECM 06A501a", "GAO-16-89G best practice 10: maintaining a baseline schedule"),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Percentage of tasks and milestones that have a baseline finish."""
    if facts.plan is None:
        return NO_PLAN
    scope = baseline_scope(facts.plan.schedule)
    if not scope:
        return NO_TASKS
    return Measurement(100 * len(baselined_activities(facts.plan.schedule)) / len(scope))
