"""How many requirements have a criterion."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import Better, Measurement, Metric, Unit, not_measurable

METRIC = Metric(
    title="Requirement coverage",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    why="A requirement without a criterion cannot be accepted, nor refused.",
    references=("Acceptance test-driven development",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Requirements with at least one criterion, of all requirements; per cent."""
    deliverables = facts.acceptance.deliverables if facts.acceptance else ()
    requirements = sum(each.requirements for each in deliverables)
    if not requirements:
        return not_measurable("The project has no requirements yet. Enter them on the page Acceptance.")
    return Measurement(100 * sum(each.covered for each in deliverables) / requirements)
