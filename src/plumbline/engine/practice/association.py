"""Does following the standard go with better results? Said with the number of cases, and never as a cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from statistics import median

import numpy as np

TOO_FEW = 12
FEW = 30
EXACT_UP_TO = 7
SHUFFLES = 5_000


@dataclass(frozen=True, slots=True)
class Case:
    """One project: its conformance from 0 to 100, and an outcome in a unit of its own."""

    key: str
    conformance: float
    outcome: float


@dataclass(frozen=True, slots=True)
class Association:
    """``rank_correlation`` is Spearman's, from -1 to 1; ``chance`` how often mere shuffling gives one as strong.

    ``low`` and ``high`` are the medians of the outcome in the halves of lower and higher conformance. All are ``None``
    where they cannot be said: fewer than three cases, or all alike.
    """

    cases: int
    rank_correlation: float | None
    chance: float | None
    low: float | None
    high: float | None

    @property
    def verdict(self) -> str:
        if self.cases < TOO_FEW:
            return (
                f"{self.cases} case{'s are' if self.cases != 1 else ' is'} too few to say anything: "
                "the figures describe these projects and no others."
            )
        if self.rank_correlation is None or self.chance is None:
            return "All cases are alike in conformance or in outcome, so nothing can be compared."
        if self.chance > 0.05:
            return "No association can be told from chance."
        strength = "A hint at most" if self.cases < FEW else "An association"
        way = "rise together" if self.rank_correlation > 0 else "move against each other"
        return f"{strength}: the two {way} more than chance would let them. That does not make one the cause."


def association(cases: Sequence[Case], seed: int = 0) -> Association:
    """The same cases and seed give the same answer, in whatever order they come.

    With up to 7 cases every order is tried instead of shuffling.
    """
    cases = sorted(cases, key=lambda each: (each.conformance, each.outcome))
    low, high = _halves(cases)
    if len(cases) < 3:
        return Association(len(cases), None, None, low, high)
    one, other = (ranks([getattr(each, name) for each in cases]) for name in ("conformance", "outcome"))
    found = _correlation(one, other)
    if found is None:
        return Association(len(cases), None, None, low, high)
    return Association(len(cases), found, _chance(one, other, abs(found), seed), low, high)


def ranks(values: Sequence[float]) -> np.ndarray:
    """From 1; equal values share the mean of their ranks."""
    array = np.asarray(values, dtype=float)
    _, place, counts = np.unique(array, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return (ends - (counts - 1) / 2.0)[place]


def _correlation(one: np.ndarray, other: np.ndarray) -> float | None:
    a, b = one - one.mean(), other - other.mean()
    length = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / length if length else None


def _chance(one: np.ndarray, other: np.ndarray, found: float, seed: int) -> float:
    a = one - one.mean()
    length = float(np.sqrt((a @ a) * ((other - other.mean()) ** 2).sum()))
    if len(one) <= EXACT_UP_TO:
        orders = np.array(list(permutations(other)))
    else:
        orders = np.random.default_rng(seed).permuted(np.tile(other, (SHUFFLES, 1)), axis=1)
    as_strong = np.abs((orders - other.mean()) @ a) / length >= found - 1e-9
    if len(one) <= EXACT_UP_TO:
        return float(as_strong.mean())
    return float((as_strong.sum() + 1) / (len(orders) + 1))


def _halves(cases: Sequence[Case]) -> tuple[float | None, float | None]:
    """Split at the median of conformance; cases at the median itself count to the higher half."""
    if len(cases) < 2:
        return None, None
    middle = median(each.conformance for each in cases)
    low = [each.outcome for each in cases if each.conformance < middle]
    high = [each.outcome for each in cases if each.conformance >= middle]
    return (median(low) if low else None), (median(high) if high else None)
