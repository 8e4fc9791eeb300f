"""How many criteria were accepted when they were first shown."""

from __future__ import annotations

from plumbline.engine.coverage import first_pass_acceptance
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import Better, Measurement, Metric, Unit, not_measurable

METRIC = Metric(
    title="First-pass acceptance",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    why="What is refused at the first showing was understood otherwise, or shown too early.",
    references=("Acceptance test-driven development",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """``engine.coverage.first_pass_acceptance``; per cent."""
    found = first_pass_acceptance(facts.acceptance.criteria if facts.acceptance else ()).exact
    if found is None:
        return not_measurable("No criterion has been decided on in an acceptance session yet.")
    return Measurement(float(100 * found))
