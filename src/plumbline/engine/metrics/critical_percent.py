"""How much of the open work has no room to slip."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_PLAN, Better, Measurement, Metric, Unit, not_measurable
from plumbline.engine.rules.populations import incomplete_tasks

METRIC = Metric(
    title="Critical activities",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    why="The more of the open work is critical, the more single delays reach the finish.",
    references=("GAO-16-89G best practices 6 and 7: critical path, reasonable float",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Percentage of the tasks that are not complete which are critical by the plan's own float limit."""
    if facts.plan is None:
        return NO_PLAN
    still_open = incomplete_tasks(facts.plan.schedule)
    if not still_open:
        return not_measurable("The plan has no open activities.")
    dates = facts.plan.calculation.dates
    return Measurement(100 * sum(dates[each.uid].critical for each in still_open) / len(still_open))
