"""Weighted shortest job first: what waiting costs, for each unit of size (D. Reinertsen; SAFe's relative scale)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

STEPS = (1, 2, 3, 5, 8, 13, 20)
"""The relative scale. In each column the smallest is a 1, and the others are judged beside it."""


@dataclass(frozen=True, slots=True)
class Job:
    """All four on the relative scale. Raises ``ValueError`` for anything beside it."""

    value: int
    urgency: int
    risk_reduction: int
    size: int

    def __post_init__(self) -> None:
        for each in (self.value, self.urgency, self.risk_reduction, self.size):
            if each not in STEPS:
                raise ValueError(f"{each} is not one of {', '.join(map(str, STEPS))}")

    @property
    def cost_of_delay(self) -> int:
        """Value to users and business + time criticality + risk reduction or opportunity."""
        return self.value + self.urgency + self.risk_reduction

    @property
    def wsjf(self) -> float:
        return self.cost_of_delay / self.size


@dataclass(frozen=True, slots=True)
class Ordered:
    """``ranks`` count from 1 and are shared by equals; ``without_a_one`` names columns whose scale has no start."""

    ranks: Mapping[str, int]
    without_a_one: tuple[str, ...]


def order_jobs(jobs: Mapping[str, Job]) -> Ordered:
    """The job with the highest WSJF first. Fractions are compared exactly."""
    ranks = {
        name: 1 + sum(other.cost_of_delay * each.size > each.cost_of_delay * other.size for other in jobs.values())
        for name, each in jobs.items()
    }
    columns = ("value", "urgency", "risk_reduction", "size")
    bare = tuple(name for name in columns if jobs and all(getattr(each, name) != 1 for each in jobs.values()))
    return Ordered(dict(sorted(ranks.items(), key=lambda each: each[1])), bare)
