"""The open risks of a project or organisation by probability and impact."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet

from plumbline.office.registers.exposure import band, exposure_sum
from plumbline.office.registers.models import Entry

STEPS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Cell:
    probability: int
    impact: int
    count: int

    @property
    def score(self) -> int:
        return self.probability * self.impact

    @property
    def band(self) -> str:
        return band(self.score)


@dataclass(frozen=True, slots=True)
class Matrix:
    """``rows`` from the highest probability down; ``unrated`` risks have no place in it."""

    rows: list[tuple[int, list[Cell]]]
    unrated: int
    exposure: Decimal | None

    @property
    def impacts(self) -> tuple[int, ...]:
        return STEPS


def matrix(risks: QuerySet[Entry]) -> Matrix:
    """Two queries."""
    open_ones = risks.filter(closed_at=None).order_by()
    rows = open_ones.values_list("probability", "impact").annotate(Count("pk"))
    counts = {(probability, impact): count for probability, impact, count in rows}
    cells = [
        (probability, [Cell(probability, impact, counts.get((probability, impact), 0)) for impact in STEPS])
        for probability in reversed(STEPS)
    ]
    unrated = sum(count for (probability, impact), count in counts.items() if not (probability and impact))
    return Matrix(cells, unrated, open_ones.aggregate(sum=exposure_sum())["sum"])
