"""Drawing from a distribution by a table of its quantiles: 32 random bits choose a cell and a place in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.forecast.distributions import Discrete, Distribution, Floats, Lognormal, ThreePoint, Uniform
from plumbline.engine.forecast.drawing_steps import CELLS

Bits = NDArray[np.uint32]

_WITHIN = 64
_EDGES = np.linspace(0, 1, CELLS + 1)
_FINE = (np.arange(_WITHIN) + 0.5) / _WITHIN / CELLS


def random_bits(seed: int, chunk: int, stream: int, rows: int, width: int) -> Bits:
    """The random numbers (row, lane) of one chunk of iterations: they hang on nothing but what is named here.

    Philox (Salmon and others, 2011) makes them from a key and a counter, so that no chunk waits for another.
    """
    source = np.random.Philox(key=np.array([seed, chunk * 4 + stream], dtype=np.uint64))
    raw = source.random_raw(rows * ((width + 1) // 2))
    return np.asarray(raw).view(np.uint32).reshape(rows, (width + 1) // 2 * 2)[:, :width]


@dataclass(frozen=True)
class Sampler:
    """One distribution, ready to be drawn from: ``low`` + ``span`` * a table between 0 and 1."""

    distribution: Distribution

    @cached_property
    def low(self) -> float:
        return self.distribution.least

    @cached_property
    def high(self) -> float:
        return self.distribution.most

    @cached_property
    def shape(self) -> Distribution | None:
        """The distribution moved to 0 to 1, by which tables are shared; ``None`` for one value or several that are
        looked up."""
        given = self.distribution
        if isinstance(given, Discrete) or self.high == self.low:
            return None
        if isinstance(given, Lognormal):
            return Lognormal(1.0, round(given.sd / given.mean, 9))
        if isinstance(given, ThreePoint):
            mode = (given.most_likely - given.optimistic) / (given.pessimistic - given.optimistic)
            return ThreePoint(0.0, round(mode, 9), 1.0, given.shape)
        return Uniform(0.0, 1.0)

    def draw(self, bits: Bits) -> Floats:
        """One value for each of ``bits``."""
        if isinstance(self.distribution, Discrete):
            return looked_up(self.distribution, bits)
        shape = self.shape
        if shape is None:
            return np.full(bits.shape, self.low)
        table = table_of(shape)
        cell = bits >> 22
        share = table[cell] + (table[cell + 1] - table[cell]) * ((bits & 0x3FFFFF) * 2.0**-22)
        return np.asarray(self.low + (self.high - self.low) * share)


def looked_up(distribution: Discrete, bits: Bits) -> Floats:
    values, up_to = distribution.by_value
    places: NDArray[np.intp] = np.searchsorted(up_to, (bits + 0.5) / 2.0**32, side="left")
    found: Floats = values[places.clip(max=len(values) - 1)]
    return found


@lru_cache(maxsize=4096)
def table_of(shape: Distribution) -> Floats:
    """The quantiles of ``shape`` at the edges of the cells, from 0 to 1. The outer edges are such that the first and
    the last cell have the right mean, which a straight line to the very end of a long tail would not have."""
    ends = shape.quantile(np.array([0.0, 1.0]))
    knots = shape.quantile(_EDGES)
    knots[0] = 2 * shape.quantile(_FINE).mean() - knots[1]
    knots[-1] = 2 * shape.quantile(1 - _FINE).mean() - knots[-2]
    table: Floats = (knots - ends[0]) / (ends[1] - ends[0])
    return table
