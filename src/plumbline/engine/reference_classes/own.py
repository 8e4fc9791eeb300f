"""A class of projects that have ended: what they took, over what they had been estimated at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import floor, isfinite

from plumbline.engine.reference_classes.model import LEAST_CASES, Certainty, Chance, Subject, Uplift, must_be_a_chance

_SAME = 1e-12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one estimate, both figures in the same unit and in the same prices."""

    name: str
    estimate: float
    actual: float


def ratio_of(outcome: Outcome) -> float:
    """Actual over estimate. Raises ``ValueError`` naming the case for an estimate of nothing or a figure below it."""
    if not isfinite(outcome.estimate) or outcome.estimate <= 0:
        raise ValueError(f"{outcome.name}: the estimate has to be above 0")
    if not isfinite(outcome.actual) or outcome.actual <= 0:
        raise ValueError(f"{outcome.name}: what it took has to be above 0")
    return outcome.actual / outcome.estimate


def days_between(start: date, finish: date) -> int:
    """Both days counted, so that what is done in a day took one."""
    return (finish - start).days + 1


@dataclass(frozen=True, kw_only=True)
class Ratios:
    """``ratios`` are actual over estimate in any order; ``least`` is how many it takes to say anything."""

    title: str
    subject: Subject
    ratios: tuple[float, ...]
    source: str
    prices: str = ""
    least: int = LEAST_CASES

    def __post_init__(self) -> None:
        if any(not isfinite(each) or each <= 0 for each in self.ratios):
            raise ValueError("a ratio of actual to estimate is above 0")
        object.__setattr__(self, "ratios", tuple(sorted(self.ratios)))

    @property
    def size(self) -> int:
        return len(self.ratios)

    @property
    def too_few(self) -> str:
        """Why nothing is said yet; empty where enough is known."""
        if self.size >= self.least:
            return ""
        cases = "1 case" if self.size == 1 else f"{self.size} cases"
        return f"{self.title} has {cases}; {self.least} are needed before it says anything."

    def uplift(self, chance: float) -> Uplift:
        """The quantile of the ratios, less one, between two cases in a straight line (type 7 of Hyndman and Fan)."""
        must_be_a_chance(chance)
        if reason := self.too_few:
            return Uplift(None, Certainty.MEASURED, reason)
        return Uplift(_quantile(self.ratios, chance) - 1, Certainty.MEASURED)

    def kept_with(self, allowance: float) -> Chance:
        if self.too_few:
            return Chance(0.0, 1.0)
        kept = sum(each <= 1 + allowance + _SAME for each in self.ratios) / self.size
        return Chance(kept, kept)


def _quantile(ordered: tuple[float, ...], chance: float) -> float:
    place = chance * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
