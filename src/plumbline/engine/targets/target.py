"""One thing that was promised, and everything that says how likely it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plumbline.engine.reference_classes import Chance

Value = date | float
"""A day, or an amount of money: all values of one target are of one kind."""


class Kind(StrEnum):
    FINISH = "finish"
    MILESTONE = "milestone"
    BUDGET = "budget"

    @property
    def is_money(self) -> bool:
        return self is Kind.BUDGET


@dataclass(frozen=True, slots=True)
class Simulated:
    """What a simulation says. ``chance`` is that of keeping the commitment, from 0 to 1.

    ``is_current`` is false where the plan has changed since: then it says nothing about today's.
    """

    p50: Value
    p80: Value
    chance: float
    is_current: bool = True


@dataclass(frozen=True, slots=True)
class OutsideView:
    """What projects of the class came to. Values are ``None`` where the class does not say; then ``gap`` tells why."""

    reference: str
    kept: Chance
    p50: Value | None = None
    p80: Value | None = None
    certainty: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True)
class PastForecast:
    as_of: date
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """``expected`` is what the plan comes to today; ``reached`` what it came to in the end, where it has ended.

    ``buffer`` is what lies between ``expected`` and ``committed``: working days of the plan, or money; below zero where
    the plan itself is beyond. ``finishes_on`` is the expected finish of the project, which a budget is spent by.
    """

    key: str
    name: str
    kind: Kind
    committed: Value
    expected: Value | None = None
    reached: Value | None = None
    buffer: float | None = None
    simulated: Simulated | None = None
    outside: OutsideView | None = None
    past: tuple[PastForecast, ...] = ()
    finishes_on: date | None = None
    missing: str = ""

    def __post_init__(self) -> None:
        values = [self.committed, self.expected, self.reached, *(each.value for each in self.past)]
        if any(isinstance(each, date) == self.kind.is_money for each in values if each is not None):
            raise ValueError(f"{self.key}: a budget is an amount, everything else a day")


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What was promised about a project and still holds."""

    targets: tuple[Target, ...] = ()
