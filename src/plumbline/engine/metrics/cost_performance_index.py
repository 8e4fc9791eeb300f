"""How much work a unit of money buys, beside what was planned."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_VALUE, NOTHING_EARNED, Better, Measurement, Metric, Unit, not_measurable

METRIC = Metric(
    title="Cost performance index",
    unit=Unit.INDEX,
    better=Better.HIGHER,
    why="Below 1, the work that is done cost more than it was to cost; the rest will hardly be cheaper.",
    references=("ISO 21508: earned value management",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """CPI = EV / AC by the end of the last period with earned value."""
    if facts.value is None:
        return NO_VALUE
    if facts.value.standing is None:
        return NOTHING_EARNED
    found = facts.value.standing.cpi
    return Measurement(found.value) if found.value is not None else not_measurable(found.reason)
