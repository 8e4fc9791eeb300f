"""Means, spreads and correlations from sums, and the bars of a tornado."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.calendars.work_horizon import to_datetime
from plumbline.engine.forecast.chunk import Simulation
from plumbline.engine.forecast.distributions import Floats
from plumbline.engine.forecast.result import Contribution

MOST_BARS = 30


@dataclass(frozen=True)
class Related:
    """Mean and standard deviation of something drawn, and its correlation (Pearson's) with the finish."""

    mean: float
    sd: float
    correlation: float


@dataclass(frozen=True)
class Moments:
    """Of numbers x: how many, their sum and the sum of their squares."""

    count: int
    total: float
    squares: float

    @property
    def mean(self) -> float:
        return self.total / self.count

    @property
    def sd(self) -> float:
        return math.sqrt(_spread(self.count, self.total, self.squares))

    def with_sums(self, sums: Floats) -> Related:
        """``sums`` are those of y, of y squared, and of x times y."""
        total, squares, products = (float(each) for each in sums)
        spread = _spread(self.count, total, squares)
        both = (products - total * self.total / self.count) / max(1, self.count - 1)
        scale = math.sqrt(spread) * self.sd
        return Related(total / self.count, math.sqrt(spread), max(-1.0, min(1.0, both / scale)) if scale else 0.0)


def moments_of(numbers: NDArray[np.int64]) -> Moments:
    as_floats = numbers.astype(np.float64)
    return Moments(len(numbers), float(numbers.sum()), math.fsum(as_floats * as_floats))


def _spread(count: int, total: float, squares: float) -> float:
    """The variance, of a sample. What rounding leaves of a variance of 0 is 0."""
    spread = (squares - total * total / count) / max(1, count - 1)
    return spread if spread > 1e-12 * squares / count else 0.0


@dataclass(frozen=True)
class _Bar:
    kind: str
    id: str
    name: str
    uid: int | str | None
    sums: Floats


def tornado(simulation: Simulation, sums: Floats, extras: Floats, finish: Moments) -> tuple[Contribution, ...]:
    """The bars, longest first: by the square of their correlation with the finish."""
    bars = list(_bars(simulation, sums, extras))
    correlations = [finish.with_sums(each.sums[:3]).correlation for each in bars]
    whole = math.fsum(each * each for each in correlations)
    if not whole:
        return ()
    order = sorted(range(len(bars)), key=lambda place: -abs(correlations[place]))[:MOST_BARS]
    return tuple(
        _contribution(simulation, bars[place], correlations[place], whole, finish)
        for place in order
        if correlations[place]
    )


def _bars(simulation: Simulation, sums: Floats, extras: Floats) -> Iterator[_Bar]:
    drawing = simulation.drawing
    for row, node in enumerate(drawing.nodes):
        activity = simulation.activities[node]
        assert activity is not None
        yield _Bar("activity", activity.id, activity.name, activity.uid, sums[row])
    names = [("risk", each.event.id, each.event.name) for each in drawing.events]
    names += [("driver", "", each.name) for each in drawing.drivers]
    names += [("way", str(number), each.name) for each in drawing.branches for number in range(1, len(each.ways) + 1)]
    for (kind, its_id, name), own in zip(names, extras, strict=True):
        yield _Bar(kind, its_id, name, None, own)


def _contribution(simulation: Simulation, bar: _Bar, correlation: float, whole: float, finish: Moments) -> Contribution:
    low = bar.sums[3] / bar.sums[4] if bar.sums[4] else finish.mean
    high = bar.sums[5] / bar.sums[6] if bar.sums[6] else finish.mean
    ends = simulation.line.end_at(np.rint([low, high]).astype(np.int64) + simulation.deterministic)
    return Contribution(
        kind=bar.kind,
        id=bar.id,
        name=bar.name,
        uid=bar.uid,
        correlation=correlation,
        share=correlation * correlation / whole,
        finish_low=to_datetime(int(ends[0])),
        finish_high=to_datetime(int(ends[1])),
    )
