"""The value of an augmentation beside its cost: gain, way to the target, gain per cost, payback."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)
THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Cost:
    """Money paid ``once`` and each year (``per_year``), for ``years`` of service.

    Raises ``ValueError`` for money below zero and for less than one year.
    """

    once: Decimal
    per_year: Decimal
    years: int

    def __post_init__(self) -> None:
        if self.once < 0 or self.per_year < 0:
            raise ValueError("a cost is not below zero")
        if self.years < 1:
            raise ValueError("it serves for at least one year")

    @property
    def whole(self) -> Decimal:
        """Over all years of service, not discounted."""
        return self.once + self.per_year * self.years

    @property
    def yearly(self) -> Decimal:
        """What is paid once, spread evenly over the years of service, and what is paid each year."""
        return self.whole / self.years


@dataclass(frozen=True, slots=True)
class Worth:
    """What was gained beside what it costs.

    ``gain`` is in units of the measure, above zero where it went towards the target. ``per_thousand`` is the gain for
    each 1,000 of yearly cost, ``None`` where it costs nothing. The last two are there where the measure is money gained
    in a year: ``ratio`` is money gained for money spent (1 pays just for itself), ``payback_years`` how long it takes
    until what was paid once has come back, not discounted; ``None`` where it never does, or costs nothing.
    """

    gain: Decimal
    per_thousand: Decimal | None
    ratio: Decimal | None = None
    payback_years: Decimal | None = None


def gained(baseline: Decimal, target: Decimal, value: Decimal) -> Decimal:
    """How far the value has gone from the baseline in the direction of the target; below zero if away from it.

    Raises ``ValueError`` where target and baseline are the same: no direction is better then.
    """
    if baseline == target:
        raise ValueError("a target differs from where it began")
    return value - baseline if target > baseline else baseline - value


def share_of_the_way(baseline: Decimal, target: Decimal, value: Decimal) -> Decimal:
    """1 at the target, 0 at the baseline; below 0 and above 1 beyond them. Raises ``ValueError`` as ``gained`` does."""
    return gained(baseline, target, value) / abs(target - baseline)


def worth(gain: Decimal, cost: Cost, *, is_money: bool) -> Worth:
    """``gain`` from ``gained``; with ``is_money`` it is money in a year, in the currency of the cost."""
    per_thousand = gain * THOUSAND / cost.yearly if cost.yearly else None
    if not is_money or per_thousand is None:
        return Worth(gain, per_thousand)
    return Worth(gain, per_thousand, gain / cost.yearly, _payback(gain, cost))


def _payback(gain: Decimal, cost: Cost) -> Decimal | None:
    """Simple payback: investment by what is left of the yearly gain after the yearly cost."""
    left = gain - cost.per_year
    if left > 0:
        return cost.once / left
    return ZERO if left == 0 and cost.once == 0 else None
