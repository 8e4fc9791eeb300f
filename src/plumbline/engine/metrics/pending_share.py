"""How many criteria have a test that does not run to an end."""

from __future__ import annotations

from plumbline.engine.acceptance import Result
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import Better, Measurement, Metric, Unit, not_measurable

METRIC = Metric(
    title="Pending criteria",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    why="A pending test is a promise to write one; many of them look like progress.",
    references=("Acceptance test-driven development",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Criteria whose newest evidence is pending, of all with evidence; per cent."""
    tested = [each for each in (facts.acceptance.criteria if facts.acceptance else ()) if each.has_evidence]
    if not tested:
        return not_measurable("There is no evidence for any criterion yet. Hand in the results of a test run.")
    return Measurement(100 * sum(each.result is Result.PENDING for each in tested) / len(tested))
