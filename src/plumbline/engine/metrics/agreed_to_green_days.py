"""How long it takes from agreement to evidence that it is so."""

from __future__ import annotations

from statistics import median

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import Better, Measurement, Metric, Unit, not_measurable

METRIC = Metric(
    title="Agreed to green",
    unit=Unit.DAYS,
    better=Better.LOWER,
    why="A long way from agreement to green means large pieces, and large pieces hide trouble.",
    references=("Acceptance test-driven development",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Median of the calendar days from the agreement on a criterion to its first green result after it."""
    criteria = facts.acceptance.criteria if facts.acceptance else ()
    days = [(each.green_on - each.agreed_on).days for each in criteria if each.green_on and each.agreed_on]
    if not days:
        return not_measurable("No criterion has become green since it was agreed on.")
    return Measurement(float(median(days)))
