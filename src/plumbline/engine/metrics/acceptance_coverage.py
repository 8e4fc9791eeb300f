"""How many criteria there is any evidence for."""

from __future__ import annotations

from plumbline.engine.coverage import acceptance_coverage
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_CRITERIA, Better, Measurement, Metric, Unit

METRIC = Metric(
    title="Acceptance coverage",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    why="It says how much of what was agreed anything looks at, before it says whether it is good.",
    references=("Acceptance test-driven development",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """``engine.coverage.acceptance_coverage``; per cent."""
    found = acceptance_coverage(facts.acceptance.criteria if facts.acceptance else ()).exact
    return NO_CRITERIA if found is None else Measurement(float(100 * found))
