"""How many criteria were accepted when they were first shown."""

from __future__ import annotations

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
    """Criteria whose first decision was acceptance, of all that were decided on; per cent."""
    decided = [each for each in (facts.acceptance.criteria if facts.acceptance else ()) if each.accepted is not None]
    if not decided:
        return not_measurable("No criterion has been decided on in an acceptance session yet.")
    return Measurement(100 * sum(each.accepted_at_once is True for each in decided) / len(decided))
