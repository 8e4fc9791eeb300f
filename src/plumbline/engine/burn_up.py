"""How much of the scope is accepted after each iteration, and when all of it will be: a range, never one day.

Source of the method and a worked example: docs/methods/burn-up.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import numpy as np

LEAST = 4
LOOKED_AT = 12
RUNS = 10_000
FURTHEST = 150
CHANCES = (50, 80, 90)


@dataclass(frozen=True, slots=True)
class Iteration:
    """``scope`` is all that is wanted as of its last day, in points, accepted or not; ``accepted`` what came in it."""

    ends_on: date
    scope: float
    accepted: float
    planned: float | None = None

    def __post_init__(self) -> None:
        if self.scope < 0 or self.accepted < 0 or (self.planned or 0) < 0:
            raise ValueError("points are not below zero")


@dataclass(frozen=True, slots=True)
class BurnUp:
    """``accepted`` is the running total at the end of each iteration. ``days`` lie between the ends of two."""

    iterations: tuple[Iteration, ...]
    accepted: tuple[float, ...]
    days: int

    @property
    def remaining(self) -> float:
        return max(0.0, self.iterations[-1].scope - self.accepted[-1]) if self.iterations else 0.0

    @property
    def kept(self) -> float | None:
        """What came of what was planned, over the iterations that had a plan; 1.0 is all of it."""
        known = [each for each in self.iterations if each.planned]
        return sum(each.accepted for each in known) / sum(each.planned or 0 for each in known) if known else None


@dataclass(frozen=True, slots=True)
class Forecast:
    """By chance in per cent: after how many more iterations all is accepted, ``None`` where that is not within reach.

    ``never`` is the share of runs in which it was not accepted within ``FURTHEST`` iterations. ``basis`` is how many
    iterations were drawn from.
    """

    iterations: dict[int, int | None]
    days: dict[int, date | None]
    never: float
    basis: int


def burn_up(iterations: Sequence[Iteration]) -> BurnUp:
    """``iterations`` in order of their ends. Raises ValueError where two end on one day or the order is another."""
    ends = [each.ends_on for each in iterations]
    gaps = [(after - before).days for before, after in pairwise(ends)]
    if any(each <= 0 for each in gaps):
        raise ValueError("each iteration ends after the one before it")
    totals = np.cumsum([each.accepted for each in iterations]) if iterations else np.empty(0)
    return BurnUp(tuple(iterations), tuple(map(float, totals)), round(median(gaps)) if gaps else 14)


def forecast(found: BurnUp, seed: int = 0) -> Forecast | None:
    """When all will be accepted, if the coming iterations are like the last ``LOOKED_AT``; ``None`` under ``LEAST``.

    Each coming iteration is one of those, drawn with replacement: what it had accepted together with how the scope
    moved in it, so that growth which came with speed stays with it. The same iterations and seed give the same answer.
    Cost grows with ``RUNS`` times ``FURTHEST``, whatever the plan.
    """
    if len(found.iterations) < LEAST:
        return None
    pace = _pace(found.iterations)[-LOOKED_AT:]
    if found.remaining <= 0:
        last = found.iterations[-1].ends_on
        return Forecast(dict.fromkeys(CHANCES, 0), dict.fromkeys(CHANCES, last), 0.0, len(pace))
    drawn = np.random.default_rng(seed).integers(0, len(pace), size=(RUNS, FURTHEST))
    left = found.remaining - np.cumsum(np.asarray(pace)[drawn], axis=1)
    reached = left <= 1e-9
    needed = np.where(reached.any(axis=1), reached.argmax(axis=1) + 1, FURTHEST + 1)
    counts = {chance: _within_reach(float(np.quantile(needed, chance / 100, method="higher"))) for chance in CHANCES}
    return Forecast(
        iterations=counts,
        days={chance: _day(found, count) for chance, count in counts.items()},
        never=float((needed > FURTHEST).mean()),
        basis=len(pace),
    )


def _pace(iterations: Sequence[Iteration]) -> list[float]:
    """By how much the rest shrank in each iteration; the first has no scope before it to compare with."""
    grown = [0.0, *(after.scope - before.scope for before, after in pairwise(iterations))]
    return [each.accepted - growth for each, growth in zip(iterations, grown, strict=True)]


def _within_reach(count: float) -> int | None:
    return int(count) if count <= FURTHEST else None


def _day(found: BurnUp, count: int | None) -> date | None:
    return None if count is None else found.iterations[-1].ends_on + timedelta(days=found.days * count)
