"""Classes that somebody else has published: a few figures, and no cases to count."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from plumbline.engine.reference_classes.model import Certainty, Chance, Subject, Uplift, must_be_a_chance


@dataclass(frozen=True, kw_only=True)
class UpliftTable:
    """``points`` are chance and uplift, both as shares and rising. Outside them nothing is made up."""

    title: str
    subject: Subject
    points: tuple[tuple[float, float], ...]
    source: str
    prices: str = ""
    checked: frozenset[float] = field(default_factory=frozenset)
    size: int | None = None

    def __post_init__(self) -> None:
        if not self.points or any(a[0] >= b[0] or a[1] > b[1] for a, b in pairwise(self.points)):
            raise ValueError(f"{self.title}: chances and uplifts have to rise together")

    def uplift(self, chance: float) -> Uplift:
        """Between two published points in a straight line; as sure as the less sure of both."""
        must_be_a_chance(chance)
        (first, _), (last, _) = self.points[0], self.points[-1]
        if not first <= chance <= last:
            reason = f"{self.title} is published from {first:.0%} to {last:.0%} only."
            return Uplift(None, Certainty.UNCHECKED, reason)
        below = max(each for each in self.points if each[0] <= chance)
        above = min(each for each in self.points if each[0] >= chance)
        sure = {below[0], above[0]} <= self.checked
        return Uplift(_between(below, above, chance), Certainty.CHECKED if sure else Certainty.UNCHECKED)

    def kept_with(self, allowance: float) -> Chance:
        (first, lowest), (last, highest) = self.points[0], self.points[-1]
        if allowance < lowest:
            return Chance(0.0, first)
        if allowance > highest:
            return Chance(last, 1.0)
        below = max((each for each in self.points if each[1] <= allowance), key=lambda each: each[1])
        above = min((each for each in self.points if each[1] >= allowance), key=lambda each: each[1])
        kept = _between(below[::-1], above[::-1], allowance)
        return Chance(kept, kept)


@dataclass(frozen=True, kw_only=True)
class OptimismBias:
    """Begins at ``upper``; ``mitigated`` is the share of what causes it that evidence shows to be dealt with.

    It knows no chances: the uplift is the same at each.
    """

    title: str
    subject: Subject
    upper: float
    lower: float
    source: str
    prices: str = ""
    mitigated: float = 0.0
    certainty: Certainty = Certainty.SECONDARY
    size: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.lower <= self.upper:
            raise ValueError(f"{self.title}: the lower bound lies between 0 and the upper one")
        if not 0 <= self.mitigated <= 1:
            raise ValueError("the mitigated share lies between 0 and 1")

    @property
    def share(self) -> float:
        """Upper bound times what is not mitigated, never below the lower bound."""
        return max(self.lower, self.upper * (1 - self.mitigated))

    def with_mitigated(self, share: float) -> OptimismBias:
        return replace(self, mitigated=share)

    def uplift(self, chance: float) -> Uplift:
        must_be_a_chance(chance)
        return Uplift(self.share, self.certainty)

    def kept_with(self, allowance: float) -> Chance:
        return Chance(0.0, 1.0)


@dataclass(frozen=True, kw_only=True)
class BaseRates:
    """How far projects of a kind went over on average, and how many went over by ``tail`` or more."""

    title: str
    subject: Subject
    mean: float
    in_tail: float
    mean_of_tail: float
    tail: float
    source: str
    prices: str = ""
    certainty: Certainty = Certainty.UNCHECKED
    size: int | None = None

    def uplift(self, chance: float) -> Uplift:
        """Known at one chance only, that of staying out of the tail: there the tail begins."""
        must_be_a_chance(chance)
        if abs(chance - (1 - self.in_tail)) < 1e-9:
            return Uplift(self.tail, self.certainty)
        reason = f"{self.title} is published as a mean and a tail: it says nothing at {chance:.0%}."
        return Uplift(None, self.certainty, reason)

    def kept_with(self, allowance: float) -> Chance:
        out = 1 - self.in_tail
        return Chance(out, 1.0) if allowance >= self.tail else Chance(0.0, out)


def _between(below: tuple[float, float], above: tuple[float, float], x: float) -> float:
    if above[0] == below[0]:
        return max(below[1], above[1])
    return below[1] + (x - below[0]) / (above[0] - below[0]) * (above[1] - below[1])
