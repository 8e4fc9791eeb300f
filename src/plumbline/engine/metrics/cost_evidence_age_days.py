"""How long nobody has said what was earned and what it did cost."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_VALUE, Better, Measurement, Metric, Unit

METRIC = Metric(
    title="Age of the cost evidence",
    unit=Unit.DAYS,
    better=Better.LOWER,
    why="Costs that nobody tells are not low. What was promised needs its costs beside it, month by month.",
)


def measure(facts: ProjectFacts) -> Measurement:
    """Days since the end of the last period of which value and cost are known; where there is none, since the promise.

    0 for a period that still goes on.
    """
    if facts.value is None:
        return NO_VALUE
    since = facts.value.known_until or facts.value.promised_on
    return Measurement(max(0, (facts.as_of.date() - since).days))
