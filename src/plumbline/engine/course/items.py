"""Item analysis after classical test theory: how hard a question is, and whether it tells the able from the others.

*Difficulty* is the mean share of points, so that 1 is a question everybody answers. *Discrimination* is the correlation
of a question's points with the points of the other questions of the same sitting (corrected item-total correlation).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

FEW = 10
"""Below so many answers nothing is said of a question."""
TOO_EASY, TOO_HARD, TELLS_LITTLE = 0.95, 0.25, 0.1


@dataclass(frozen=True, slots=True)
class Item:
    """``discrimination`` is ``None`` where it cannot be computed: too few answers, or all alike."""

    answers: int
    difficulty: float
    discrimination: float | None

    @property
    def remark(self) -> str:
        """What its author should look at."""
        if self.answers < FEW:
            return f"Fewer than {FEW} answers say little."
        if self.discrimination is not None and self.discrimination < 0:
            return "Those who do well elsewhere do worse here: is the right answer right?"
        if self.difficulty < TOO_HARD:
            return "Hardly anybody knows it: does the lesson say it?"
        if self.difficulty > TOO_EASY:
            return "Nearly everybody knows it."
        if self.discrimination is not None and self.discrimination < TELLS_LITTLE:
            return "It hardly tells who knows the rest."
        return ""


def items(sittings: Iterable[Mapping[str, float]]) -> dict[str, Item]:
    """By question; each sitting gives the points of its questions, from 0 to 1."""
    pairs: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for sitting in sittings:
        total = sum(sitting.values())
        for question, points in sitting.items():
            others = len(sitting) - 1
            pairs[question].append((points, (total - points) / others if others else 0.0))
    return {
        question: Item(len(each), sum(points for points, _ in each) / len(each), _correlation(each))
        for question, each in pairs.items()
    }


def _correlation(pairs: list[tuple[float, float]]) -> float | None:
    if len(pairs) < FEW:
        return None
    count = len(pairs)
    mean_x, mean_y = sum(x for x, _ in pairs) / count, sum(y for _, y in pairs) / count
    spread_x = sum((x - mean_x) ** 2 for x, _ in pairs)
    spread_y = sum((y - mean_y) ** 2 for _, y in pairs)
    if spread_x < 1e-12 or spread_y < 1e-12:
        return None
    return sum((x - mean_x) * (y - mean_y) for x, y in pairs) / sqrt(spread_x * spread_y)
