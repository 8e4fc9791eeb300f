"""Where a project stands by planned value, earned value and actual cost: variances and indices.

Formulas and their sources: docs/methods/earned-value.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from plumbline.engine.earned_value.figure import Figure, no_figure

NO_BUDGET = "There is no budget at completion."
NO_COST = "The actual cost by then is not known."
NOTHING_PLANNED = "Nothing was planned by then."
NOTHING_SPENT = "Nothing was spent by then."
NOTHING_EARNED = "Nothing was earned by then."


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Cumulative ``pv``, ``ev`` and ``ac`` as of one day and the whole budget ``bac``, all in one currency or in work.

    ``loe_pv`` is the part of ``pv`` that is level of effort, which is earned by time alone. ``ac`` and ``bac`` are
    ``None`` where nobody knows them. Raises ValueError for what is no number, or below zero where it cannot be; ``ac``
    can, by credits.
    """

    pv: float
    ev: float
    ac: float | None
    bac: float | None = None
    loe_pv: float = 0.0

    def __post_init__(self) -> None:
        if not all(isfinite(each) for each in (self.pv, self.ev, self.ac or 0.0, self.loe_pv, self.bac or 0.0)):
            raise ValueError("planned value, earned value, actual cost and budget are numbers")
        if min(self.pv, self.ev, self.loe_pv, self.bac or 0.0) < 0:
            raise ValueError("planned value, earned value and budget are not below zero")

    @property
    def cv(self) -> float | None:
        """Cost variance, EV - AC; below zero is dearer than planned."""
        return None if self.ac is None else difference(self.ev, self.ac)

    @property
    def sv(self) -> float:
        """Schedule variance, EV - PV; below zero is behind."""
        return difference(self.ev, self.pv)

    @property
    def cv_percent(self) -> Figure:
        if self.cv is None:
            return no_figure(NO_COST)
        return Figure(100 * self.cv / self.ev) if self.ev > 0 else no_figure(NOTHING_EARNED)

    @property
    def sv_percent(self) -> Figure:
        return Figure(100 * self.sv / self.pv) if self.pv > 0 else no_figure(NOTHING_PLANNED)

    @property
    def cpi(self) -> Figure:
        """Cost performance index, EV / AC."""
        if self.ac is None:
            return no_figure(NO_COST)
        return Figure(self.ev / self.ac) if self.ac > 0 else no_figure(NOTHING_SPENT)

    @property
    def spi(self) -> Figure:
        """Schedule performance index, EV / PV. It comes back to 1 at the end of every project, however late."""
        return Figure(self.ev / self.pv) if self.pv > 0 else no_figure(NOTHING_PLANNED)

    @property
    def loe_share(self) -> Figure:
        """Which part of the planned value is level of effort, 0 to 1."""
        return Figure(self.loe_pv / self.pv) if self.pv > 0 else no_figure(NOTHING_PLANNED)

    @property
    def spi_without_loe(self) -> Figure:
        """SPI of the work that can slip: level of effort is earned as planned, so it is taken off both sides."""
        planned = self.pv - self.loe_pv
        if planned <= 0:
            return no_figure("All that was planned by then is level of effort." if self.pv > 0 else NOTHING_PLANNED)
        return Figure(max(0.0, self.ev - self.loe_pv) / planned)

    @property
    def percent_complete(self) -> Figure:
        return Figure(100 * self.ev / self.bac) if self.bac else no_figure(NO_BUDGET)

    @property
    def percent_spent(self) -> Figure:
        if self.ac is None:
            return no_figure(NO_COST)
        return Figure(100 * self.ac / self.bac) if self.bac else no_figure(NO_BUDGET)


def difference(value: float, other: float) -> float:
    """``value - other`` of what is written down: 25.645 - 28.975 is -3.33 and not a hair beside it."""
    return float(Decimal(repr(float(value))) - Decimal(repr(float(other))))
