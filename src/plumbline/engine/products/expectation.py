"""What was offered beyond the product becomes expected in time: which, how many of them, and how fast.

Kotler and Keller, Marketing Management: the augmented product of today is the expected product of tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from statistics import median


class Level(StrEnum):
    OFFERED = "offered"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class Step:
    """From the day ``on`` it is at this level."""

    level: Level
    on: date


@dataclass(frozen=True, slots=True)
class Life:
    """The steps of one augmentation, oldest first, and the day from which it is withdrawn.

    Raises ``ValueError`` without a step, and where a step lies before the one in front of it.
    """

    steps: tuple[Step, ...]
    ended_on: date | None = None

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a life begins with a step")
        if any(later.on < earlier.on for earlier, later in zip(self.steps, self.steps[1:], strict=False)):
            raise ValueError("steps are in the order of their days")


@dataclass(frozen=True, slots=True)
class Drift:
    """On one day: how many there were, and how many of them had become expected.

    ``median_days`` from first offered to expected, of those that are expected; ``None`` where none is.
    """

    on: date
    total: int
    expected: int
    median_days: Fraction | None

    @property
    def share(self) -> Fraction | None:
        """``None`` where there was nothing."""
        return Fraction(self.expected, self.total) if self.total else None


def level_on(life: Life, day: date) -> Level | None:
    """``None`` before its first step and from the day it was withdrawn on. The later of two steps of a day counts."""
    if life.ended_on is not None and life.ended_on <= day:
        return None
    return next((step.level for step in reversed(life.steps) if step.on <= day), None)


def drift(lives: Iterable[Life], day: date) -> Drift:
    """What share of the augmentations that were there on the day had become expected."""
    there = [(life, level) for life in lives if (level := level_on(life, day)) is not None]
    expected = [life for life, level in there if level == Level.EXPECTED]
    days = [_days_until_expected(life, day) for life in expected]
    return Drift(day, len(there), len(expected), Fraction(median(days)) if days else None)


def drift_by_year(lives: Sequence[Life], last_day: date) -> tuple[Drift, ...]:
    """At the end of each year from the first step on, and on ``last_day``. Empty where nothing had begun by then."""
    begun = [life.steps[0].on for life in lives if life.steps[0].on <= last_day]
    if not begun:
        return ()
    ends = [date(year, 12, 31) for year in range(min(begun).year, last_day.year)]
    return tuple(drift(lives, day) for day in (*ends, last_day))


def _days_until_expected(life: Life, day: date) -> int:
    """To the day since which it is expected without a break."""
    since = day
    for step in reversed([each for each in life.steps if each.on <= day]):
        if step.level != Level.EXPECTED:
            break
        since = step.on
    return (since - life.steps[0].on).days
