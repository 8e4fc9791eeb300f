"""What it will have cost in the end: one row of ``FAMILY`` is one way to say so, with what it assumes.

Formulas and their sources: docs/methods/earned-value.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plumbline.engine.earned_value.figure import Figure, first_gap, no_figure
from plumbline.engine.earned_value.standing import NO_BUDGET, NO_COST, NOTHING_EARNED, Standing

COST_WEIGHT, SCHEDULE_WEIGHT = 0.8, 0.2
NOT_ACHIEVABLE = "Not achievable: what is to be spent is spent already, and work remains."
NOTHING_REMAINS = "Nothing remains to be done."


@dataclass(frozen=True, slots=True)
class Estimate:
    """One way to an estimate at completion. ``assumes`` is what must be true of the rest for it to come true."""

    name: str
    title: str
    formula: str
    assumes: str
    performance: Callable[[Standing], Figure]

    def at_completion(self, standing: Standing) -> Figure:
        """AC + (BAC - EV) / performance of the rest; ``None`` where that performance is not known or is 0."""
        if not standing.bac:
            return no_figure(NO_BUDGET)
        if standing.ac is None:
            return no_figure(NO_COST)
        performance = self.performance(standing)
        if performance.value is None:
            return performance
        if performance.value == 0:
            return no_figure(NOTHING_EARNED)
        return Figure(standing.ac + (standing.bac - standing.ev) / performance.value)


def _by_budget(standing: Standing) -> Figure:
    return Figure(1.0)


def _by_cost(standing: Standing) -> Figure:
    return standing.cpi


def _by_cost_and_schedule(standing: Standing) -> Figure:
    cpi, spi = standing.cpi, standing.spi
    return first_gap(cpi, spi) or Figure((cpi.value or 0.0) * (spi.value or 0.0))


def _weighted(standing: Standing) -> Figure:
    cpi, spi = standing.cpi, standing.spi
    return first_gap(cpi, spi) or Figure(COST_WEIGHT * (cpi.value or 0.0) + SCHEDULE_WEIGHT * (spi.value or 0.0))


FAMILY = (
    Estimate(
        "budget", "The rest as budgeted", "AC + (BAC - EV)",
        "What went wrong so far happened once. The rest costs what the budget says.", _by_budget,
    ),
    Estimate(
        "cpi", "The rest as so far", "BAC / CPI",
        "The rest costs as much more, or less, than budgeted as the work so far did.", _by_cost,
    ),
    Estimate(
        "cpi_spi", "As so far, and late", "AC + (BAC - EV) / (CPI x SPI)",
        "Being late costs as well: the time is won back with money. Mostly the dearest of the four.",
        _by_cost_and_schedule,
    ),
    Estimate(
        "weighted", "Mostly cost, a little time", "AC + (BAC - EV) / (0.8 CPI + 0.2 SPI)",
        "The rest goes as the cost so far, with a fifth of weight on the time.", _weighted,
    ),
)  # fmt: skip
BY_NAME = {each.name: each for each in FAMILY}


def estimate_to_complete(standing: Standing, at_completion: Figure) -> Figure:
    """ETC = EAC - AC."""
    if at_completion.value is None or standing.ac is None:
        return at_completion
    return Figure(at_completion.value - standing.ac)


def variance_at_completion(standing: Standing, at_completion: Figure) -> Figure:
    """VAC = BAC - EAC; below zero is an overrun."""
    if at_completion.value is None:
        return at_completion
    return Figure(standing.bac - at_completion.value) if standing.bac else no_figure(NO_BUDGET)


def to_complete_index(standing: Standing, goal: float | None) -> Figure:
    """TCPI = (BAC - EV) / (goal - AC): how well the rest has to go for the whole to cost ``goal``.

    ``goal`` is the BAC or an EAC; with the EAC by CPI, the TCPI is the CPI.
    """
    if not standing.bac:
        return no_figure(NO_BUDGET)
    if standing.ac is None:
        return no_figure(NO_COST)
    if goal is None:
        return no_figure("There is no estimate at completion to reach.")
    remains, left = standing.bac - standing.ev, goal - standing.ac
    if left <= 0:
        return no_figure(NOT_ACHIEVABLE if remains > 0 else NOTHING_REMAINS)
    return Figure(remains / left)
