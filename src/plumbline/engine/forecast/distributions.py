"""What is uncertain, as distributions: each can say its quantiles, its mean and its standard deviation.

Values are in the unit of what they stand for: working minutes, money, or a factor (1.0 is as planned).
Sources: D. Vose, Risk Analysis, 2008; the formulas and a worked example of each in docs/methods/monte-carlo.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.forecast.beta import beta_quantiles

Floats = NDArray[np.float64]

MOST_OUTCOMES = 1_000


class InvalidEstimate(ValueError):
    """An estimate that contradicts itself; the message says how to mend it."""


class Shape(StrEnum):
    """What lies between the three points of an estimate."""

    TRIANGULAR = "triangular"
    PERT = "beta-PERT"


@dataclass(frozen=True)
class ThreePoint:
    """Optimistic, most likely, pessimistic: the least, the mode and the most. Raises InvalidEstimate out of order.

    Beta-PERT has alpha = 1 + 4 (m - a) / (b - a), beta = 1 + 4 (b - m) / (b - a): mean (a + 4 m + b) / 6,
    variance (mean - a) (b - mean) / 7, not the classic (b - a)^2 / 36.
    """

    optimistic: float
    most_likely: float
    pessimistic: float
    shape: Shape = Shape.PERT

    def __post_init__(self) -> None:
        if not self.optimistic <= self.most_likely <= self.pessimistic < math.inf:
            raise InvalidEstimate(
                f"the estimate {self.optimistic:g} / {self.most_likely:g} / {self.pessimistic:g} is not in order; "
                "give the optimistic, the most likely and the pessimistic value"
            )

    @property
    def least(self) -> float:
        return self.optimistic

    @property
    def most(self) -> float:
        return self.pessimistic

    @property
    def mean(self) -> float:
        weight = 1 if self.shape is Shape.TRIANGULAR else 4
        return (self.optimistic + weight * self.most_likely + self.pessimistic) / (weight + 2)

    @property
    def sd(self) -> float:
        a, m, b = self.optimistic, self.most_likely, self.pessimistic
        if self.shape is Shape.TRIANGULAR:
            return math.sqrt(max(0.0, (a * a + m * m + b * b - a * m - a * b - m * b) / 18))
        return math.sqrt(max(0.0, (self.mean - a) * (b - self.mean) / 7))

    def quantile(self, chances: Floats) -> Floats:
        """The values that are not exceeded with ``chances``, an array of numbers from 0 to 1."""
        a, m, b = self.optimistic, self.most_likely, self.pessimistic
        if a == b:
            return np.full_like(chances, a)
        if self.shape is Shape.PERT:
            return a + (b - a) * beta_quantiles(1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a), chances)
        return np.where(
            chances < (m - a) / (b - a),
            a + np.sqrt(chances * (b - a) * (m - a)),
            b - np.sqrt((1 - chances) * (b - a) * (b - m)),
        )


@dataclass(frozen=True)
class Uniform:
    """Anything from ``low`` to ``high`` alike."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high < math.inf:
            raise InvalidEstimate(f"the range {self.low:g} to {self.high:g} is not in order")

    @property
    def least(self) -> float:
        return self.low

    @property
    def most(self) -> float:
        return self.high

    @property
    def mean(self) -> float:
        return (self.low + self.high) / 2

    @property
    def sd(self) -> float:
        return (self.high - self.low) / math.sqrt(12)

    def quantile(self, chances: Floats) -> Floats:
        return self.low + (self.high - self.low) * chances


@dataclass(frozen=True)
class Lognormal:
    """Never below zero and with a long tail, by its mean and its standard deviation (not those of the logarithm).

    It is cut off where one draw in 33 million lies beyond.
    """

    mean: float
    sd: float

    def __post_init__(self) -> None:
        if not (0 < self.mean < math.inf and 0 <= self.sd < math.inf):
            raise InvalidEstimate("a lognormal estimate needs a mean above zero and a standard deviation of at least 0")

    @property
    def least(self) -> float:
        return float(self.quantile(np.zeros(1))[0])

    @property
    def most(self) -> float:
        return float(self.quantile(np.ones(1))[0])

    def quantile(self, chances: Floats) -> Floats:
        variance = math.log1p((self.sd / self.mean) ** 2)
        normal = NormalDist(math.log(self.mean) - variance / 2, math.sqrt(variance) or 1e-12)
        within = np.clip(chances, _FURTHEST, 1 - _FURTHEST)
        return np.exp([normal.inv_cdf(each) for each in within])


_FURTHEST = 2.0**-25


@dataclass(frozen=True)
class Discrete:
    """One of ``values``, with probability in proportion to ``weights``; alike without. Also what happened before:
    the ratios of finished activities are a distribution as they stand."""

    values: tuple[float, ...]
    weights: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.values) <= MOST_OUTCOMES:
            raise InvalidEstimate(f"give 1 to {MOST_OUTCOMES:,} values, not {len(self.values):,}")
        if self.weights and (len(self.weights) != len(self.values) or min(self.weights) < 0 or not sum(self.weights)):
            raise InvalidEstimate("give each value one weight of at least 0, and not all of them 0")

    @cached_property
    def by_value(self) -> tuple[Floats, Floats]:
        """The values in order, and the chance of each or a lower one."""
        order = np.argsort(self.values, kind="stable")
        weights = np.asarray(self.weights or [1.0] * len(self.values))[order]
        return np.asarray(self.values, dtype=float)[order], np.cumsum(weights) / weights.sum()

    @property
    def least(self) -> float:
        return min(self.values)

    @property
    def most(self) -> float:
        return max(self.values)

    @property
    def mean(self) -> float:
        return float(np.average(self.values, weights=self.weights or None))

    @property
    def sd(self) -> float:
        squares = [(each - self.mean) ** 2 for each in self.values]
        return math.sqrt(float(np.average(squares, weights=self.weights or None)))

    def quantile(self, chances: Floats) -> Floats:
        values, up_to = self.by_value
        places: NDArray[np.intp] = np.searchsorted(up_to, chances, side="left").clip(max=len(values) - 1)
        return values[places]


Distribution = ThreePoint | Uniform | Lognormal | Discrete
