"""How many criteria there is any evidence for."""

from __future__ import annotations

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
    """Criteria with evidence of any colour, of all criteria; per cent."""
    criteria = facts.acceptance.criteria if facts.acceptance else ()
    if not criteria:
        return NO_CRITERIA
    return Measurement(100 * sum(each.has_evidence for each in criteria) / len(criteria))
