"""How many requirements have a criterion."""

from __future__ import annotations

from plumbline.engine.acceptance import AcceptanceFacts
from plumbline.engine.coverage import requirement_coverage
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
    """``engine.coverage.requirement_coverage``; per cent."""
    acceptance = facts.acceptance or AcceptanceFacts()
    requirements = sum(each.requirements for each in acceptance.deliverables)
    found = requirement_coverage(acceptance.criteria, requirements).exact
    if found is None:
        return not_measurable("The project has no requirements yet. Enter them on the page Acceptance.")
    return Measurement(float(100 * found))
