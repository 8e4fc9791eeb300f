"""A series of periods in, every figure of each period out.

Formulas, conventions and worked examples: docs/methods/earned-value.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate

from plumbline.engine.earned_value.at_completion import (
    BY_NAME,
    FAMILY,
    estimate_to_complete,
    to_complete_index,
    variance_at_completion,
)
from plumbline.engine.earned_value.earned_schedule import (
    PlannedCurve,
    duration_at_completion,
    duration_with_rest_at,
    schedule_index_in_time,
    schedule_variance_in_time,
    to_complete_schedule_index,
)
from plumbline.engine.earned_value.figure import Figure, no_figure
from plumbline.engine.earned_value.standing import Standing, difference

MOVING_PERIODS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Cumulative values at the end of period 1, 2 and so on, which are equally long.

    ``pv`` reaches as far as is planned; ``ev`` and ``ac`` as far as the project has come, which is as long or shorter.
    Both are ``None`` at the end of a period of which nobody said anything.
    ``loe_pv`` is the part of ``pv`` that is level of effort, all 0 if left out. ``bac`` is the last of ``pv`` if left
    out. Once all is earned before ``pv`` ends, time stands still: later periods are at the completion.
    Raises ValueError where the lengths disagree or ``pv`` falls.
    """

    pv: tuple[float, ...]
    ev: tuple[float | None, ...]
    ac: tuple[float | None, ...]
    bac: float | None = None
    loe_pv: tuple[float, ...] = ()
    labels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.ev) != len(self.ac):
            raise ValueError("earned value and actual cost are there for the same periods")
        if len(self.ev) > len(self.pv):
            raise ValueError("planned value is there for every period with earned value")
        if self.loe_pv and len(self.loe_pv) != len(self.pv):
            raise ValueError("level of effort is there for every period with planned value")
        if self.labels and len(self.labels) != len(self.pv):
            raise ValueError("every period with planned value has a label, or none has")
        PlannedCurve((0.0, *self.pv), self.budget)

    @property
    def budget(self) -> float:
        if self.bac is not None:
            return self.bac
        return self.pv[-1] if self.pv else 0.0

    @property
    def curve(self) -> PlannedCurve:
        return PlannedCurve((0.0, *self.pv), self.budget)

    def label(self, period: int) -> str:
        """Of ``period``, counted from 1."""
        return self.labels[period - 1] if self.labels else str(period)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
    """Everything about one period. ``figures`` are by the names of ``NAMES``, each with its reason where it is none."""

    period: int
    label: str
    standing: Standing
    period_pv: float
    period_ev: float | None
    period_ac: float | None
    figures: dict[str, Figure] = field(default_factory=dict)

    def __getitem__(self, name: str) -> float | None:
        return self.figures[name].value

    @property
    def reasons(self) -> dict[str, str]:
        return {name: each.reason for name, each in self.figures.items() if each.value is None}


NAMES = (
    "cv_percent", "sv_percent", "spi", "cpi", "cpi_moving", "percent_complete", "percent_spent",
    "eac_budget", "eac_cpi", "eac_cpi_spi", "eac_weighted", "etc", "vac", "tcpi_bac", "tcpi_eac",
    "earned_schedule", "sv_t", "spi_t", "ieac_t", "ieac_t_as_planned", "tspi", "loe_share", "spi_without_loe",
)  # fmt: skip
"""``etc``, ``vac`` and ``tcpi_eac`` are those of the EAC by CPI."""


def analyse(series: Series) -> tuple[PeriodFigures, ...]:
    """The figures of every period at whose end earned value is known. Cost grows with the number of periods."""
    curve, bac = series.curve, series.budget
    ended = (at for at, ev in enumerate(series.ev, start=1) if ev is not None and 0 < bac <= ev)
    reached = next(ended, len(series.ev))
    return tuple(
        PeriodFigures(
            period=period,
            label=series.label(period),
            standing=(standing := _standing(series, period, ev)),
            period_pv=difference(standing.pv, series.pv[period - 2] if period > 1 else 0.0),
            period_ev=_since(series.ev, period, 1),
            period_ac=_since(series.ac, period, 1),
            figures={
                **_of_cost(standing, _moving_cpi(series, period)),
                **_of_time(standing, curve, float(min(period, reached))),
            },
        )
        for period, ev in enumerate(series.ev, start=1)
        if ev is not None
    )


def _standing(series: Series, period: int, ev: float) -> Standing:
    at = period - 1
    return Standing(
        pv=series.pv[at],
        ev=ev,
        ac=series.ac[at],
        bac=series.budget or None,
        loe_pv=series.loe_pv[at] if series.loe_pv else 0.0,
    )


def _since(cumulative: tuple[float | None, ...], period: int, periods: int) -> float | None:
    """What came in the last ``periods`` periods; ``None`` where either end is not known, or there are fewer."""
    if period < periods:
        return None
    last, first = cumulative[period - 1], cumulative[period - periods - 1] if period > periods else 0.0
    return None if last is None or first is None else difference(last, first)


def _moving_cpi(series: Series, period: int) -> Figure:
    if period < MOVING_PERIODS:
        return no_figure(f"It needs {MOVING_PERIODS} periods.")
    earned, spent = (_since(each, period, MOVING_PERIODS) for each in (series.ev, series.ac))
    if earned is None or spent is None:
        return no_figure(f"Value or cost of the last {MOVING_PERIODS} periods is not known.")
    return Figure(earned / spent) if spent > 0 else no_figure(f"Nothing was spent in {MOVING_PERIODS} periods.")


def _of_cost(standing: Standing, moving: Figure) -> dict[str, Figure]:
    estimates = {f"eac_{each.name}": each.at_completion(standing) for each in FAMILY}
    by_cpi = BY_NAME["cpi"].at_completion(standing)
    return {
        "cv_percent": standing.cv_percent,
        "sv_percent": standing.sv_percent,
        "spi": standing.spi,
        "cpi": standing.cpi,
        "cpi_moving": moving,
        "percent_complete": standing.percent_complete,
        "percent_spent": standing.percent_spent,
        **estimates,
        "etc": estimate_to_complete(standing, by_cpi),
        "vac": variance_at_completion(standing, by_cpi),
        "tcpi_bac": to_complete_index(standing, standing.bac),
        "tcpi_eac": by_cpi if by_cpi.value is None else to_complete_index(standing, by_cpi.value),
        "loe_share": standing.loe_share,
        "spi_without_loe": standing.spi_without_loe,
    }


def _of_time(standing: Standing, curve: PlannedCurve, actual_time: float) -> dict[str, Figure]:
    planned, earned = curve.planned_duration, curve.earned_schedule(standing.ev)
    index = schedule_index_in_time(earned, actual_time)
    if standing.pv == 0 and standing.ev == 0:
        index = no_figure("Nothing was planned or earned by then.")
    return {
        "earned_schedule": earned,
        "sv_t": schedule_variance_in_time(earned, actual_time),
        "spi_t": index,
        "ieac_t": duration_at_completion(planned, index),
        "ieac_t_as_planned": duration_with_rest_at(planned, earned, actual_time),
        "tspi": to_complete_schedule_index(planned, earned, actual_time),
    }


def cumulative(values: Iterable[float]) -> tuple[float, ...]:
    """Running totals of values that are each of one period, added as they are written: 0.1 and 0.2 make 0.3."""
    return tuple(map(float, accumulate(Decimal(repr(float(each))) for each in values)))
