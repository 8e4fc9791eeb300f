"""What was promised of one benefit: its measure from where it began to its target, and the way between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise


class Kind(StrEnum):
    """What a benefit consists of. Only figures of one kind and one unit are ever added up."""

    CASHABLE = "cashable"
    TIME_RELEASED = "time released"
    COST_AVOIDANCE = "cost avoidance"
    NON_FINANCIAL = "non-financial"

    @property
    def is_money(self) -> bool:
        return self in (Kind.CASHABLE, Kind.COST_AVOIDANCE)

    @property
    def adds_up(self) -> bool:
        """Two benefits of this kind in the same unit have a sum that means something."""
        return self is not Kind.NON_FINANCIAL


class Rung(StrEnum):
    """Of the evidence ladder of Ward and Daniel: how firmly the benefit is known, from the lowest."""

    OBSERVABLE = "observable"
    MEASURABLE = "measurable"
    QUANTIFIABLE = "quantifiable"
    FINANCIAL = "financial"

    @property
    def step(self) -> int:
        """From 1 to 4."""
        return list(Rung).index(self) + 1


@dataclass(frozen=True, slots=True)
class Point:
    """The level that the measure is to have on a day."""

    on: date
    level: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """``baseline`` and ``target`` are levels of the measure in its unit; a target below the baseline is a reduction.

    ``points`` lie between the two, by day; without any, the way is a straight line. A dis-benefit is what gets worse:
    its target is the level that is put up with. Raises ``ValueError`` naming what does not fit.
    """

    key: str
    kind: Kind
    unit: str
    baseline: Decimal
    baseline_on: date
    target: Decimal
    realised_on: date
    points: tuple[Point, ...] = ()
    is_disbenefit: bool = False

    def __post_init__(self) -> None:
        if self.baseline == self.target:
            raise ValueError(f"{self.key}: the target is the baseline, so nothing would change")
        if self.realised_on <= self.baseline_on:
            raise ValueError(f"{self.key}: it is realised on {self.realised_on}, not after {self.baseline_on}")
        days = [self.baseline_on, *(each.on for each in self.points), self.realised_on]
        for before, after in pairwise(days):
            if after <= before:
                raise ValueError(f"{self.key}: the point on {after} is not after {before}")

    @property
    def direction(self) -> int:
        """1 where the measure is to rise, -1 where it is to fall."""
        return 1 if self.target > self.baseline else -1

    @property
    def sign(self) -> int:
        """1 for a benefit, -1 for a dis-benefit: what it counts for in a sum."""
        return -1 if self.is_disbenefit else 1

    @property
    def way(self) -> tuple[Point, ...]:
        """From the baseline to the target, by day."""
        return Point(self.baseline_on, self.baseline), *self.points, Point(self.realised_on, self.target)
