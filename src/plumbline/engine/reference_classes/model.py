"""What every reference class answers, whatever it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

LEAST_CASES = 10
"""Below it the eighth of ten is a guess: the highest case alone would decide it."""


class Subject(StrEnum):
    COST = "cost"
    DURATION = "duration"


class Certainty(StrEnum):
    """How sure a figure itself is, which has nothing to do with the chance that it speaks of."""

    MEASURED = "measured here"
    CHECKED = "checked against its source"
    SECONDARY = "from a secondary source"
    UNCHECKED = "from memory, not checked yet"


@dataclass(frozen=True, slots=True)
class Uplift:
    """What to add to an estimate: 0.32 is 32 %. ``share`` is ``None`` where the class cannot say, for ``reason``."""

    share: float | None
    certainty: Certainty
    reason: str = ""

    def on(self, estimate: float) -> float | None:
        return None if self.share is None else estimate * (1 + self.share)


@dataclass(frozen=True, slots=True)
class Chance:
    """Lies between both, each from 0 to 1. Equal where the class knows it; 0 and 1 where it knows nothing."""

    least: float
    most: float

    @property
    def is_known(self) -> bool:
        return self.least == self.most

    @property
    def says_nothing(self) -> bool:
        return self.least <= 0.0 and self.most >= 1.0


class ReferenceClass(Protocol):
    """``size`` is the number of cases where it is known; ``prices`` says whether inflation is in the figures."""

    @property
    def title(self) -> str: ...

    @property
    def subject(self) -> Subject: ...

    @property
    def source(self) -> str: ...

    @property
    def prices(self) -> str: ...

    @property
    def size(self) -> int | None: ...

    def uplift(self, chance: float) -> Uplift:
        """So that an estimate with it is kept with that chance, from 0 to 1."""
        ...

    def kept_with(self, allowance: float) -> Chance:
        """The share of the class that stayed within its estimate and that much more: 0.1 is a tenth."""
        ...


def must_be_a_chance(chance: float) -> None:
    if not 0 < chance < 1:
        raise ValueError(f"a chance lies between 0 and 1, not at {chance:g}")
