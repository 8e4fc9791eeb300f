"""How much of the work that is left is somebody's whose time is known."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import Better, Measurement, Metric, Unit, not_measurable

METRIC = Metric(
    title="Staffed work",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    why="Work of a crew or a role is a hope until somebody with time for it is named.",
)


def measure(facts: ProjectFacts) -> Measurement:
    """Work of the coming year by people who are known, of all that is left in the plan; per cent, at most 100."""
    known = facts.capacity
    if known is None or not known.asked:
        return not_measurable("Nothing is known of the people, or the plan asks nobody for anything.")
    return Measurement(min(100.0, 100 * known.staffed / known.asked))
