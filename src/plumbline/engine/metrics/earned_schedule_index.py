"""How much of the time that went by was earned."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_VALUE, NOTHING_EARNED, Better, Measurement, Metric, Unit, not_measurable

METRIC = Metric(
    title="Earned schedule index",
    unit=Unit.INDEX,
    better=Better.HIGHER,
    why="Unlike the index by cost, it stays below 1 until the end of a late project.",
    references=("Lipke, Schedule is different (2003)",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """SPI(t) = ES / AT by the end of the last period with earned value."""
    if facts.value is None:
        return NO_VALUE
    if facts.value.standing is None:
        return NOTHING_EARNED
    if facts.value.spi_t is None:
        return not_measurable("Nothing was planned or earned by then, or the planned value does not reach the budget.")
    return Measurement(facts.value.spi_t)
