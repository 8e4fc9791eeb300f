"""How long it takes from agreement to evidence that it is so."""

from __future__ import annotations

from plumbline.engine.coverage import agreed_to_green_days
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
    """``engine.coverage.agreed_to_green_days``; calendar days."""
    found = agreed_to_green_days(facts.acceptance.criteria if facts.acceptance else ())
    if found is None:
        return not_measurable("No criterion has become green since it was agreed on.")
    return Measurement(found)
