"""What was chosen, and how sure it is that nothing better exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Proof(StrEnum):
    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Choice:
    """``starts`` holds the period of each that is chosen. No choice is worth more than ``bound``.

    Without a choice, because there is none or none was found in time, ``value`` is ``None``.
    """

    proof: Proof
    starts: Mapping[str, int]
    value: Decimal | None
    bound: Decimal | None

    @property
    def gap(self) -> float | None:
        """The gap of a choice is how much better another could be at most, as a share of its value."""
        """How much better another choice could be at most, as a share of this one's value."""
        if self.value is None or self.bound is None:
            return None
        if self.bound <= self.value:
            return 0.0
        return float((self.bound - self.value) / abs(self.value)) if self.value else float("inf")


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to look, in seconds; a choice within ``gap`` of the bound is good enough.

    One worker with the same seed gives the same choice each time, as long as it ends before its seconds do.
    """

    seconds: float = 30.0
    gap: float = 0.0
    workers: int = 1
    seed: int = 1


class SolverMissing(Exception):
    """There are too many candidates to try all ways, and OR-tools is not installed."""

    def __init__(self, ways: int, most: int) -> None:
        super().__init__(
            f"There are {ways:,} starts to choose from; without OR-tools at most {most} can be. "
            "Install it with: pip install 'plumbline[optimise]'"
        )
