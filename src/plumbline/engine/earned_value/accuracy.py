"""How good the forecasts were of a project that has ended: how far off, and to which side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from plumbline.engine.earned_value.at_completion import FAMILY
from plumbline.engine.earned_value.figure import Figure, no_figure
from plumbline.engine.earned_value.series import PeriodFigures

NOT_ENDED = "The project has not ended: not all is earned yet."
TIME = {"ieac_t": "PD / SPI(t)", "ieac_t_as_planned": "AT + PD - ES"}


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of one way to forecast, over the periods before the end in which it gave a number.

    ``mean_error`` is the mean of forecast against outcome without its sign, ``bias`` with it, both as a share of the
    outcome: 0.1 is ten per cent, and a bias below zero means that forecasts were too low.
    """

    name: str
    title: str
    outcome: float
    forecasts: int
    mean_error: Figure
    bias: Figure

    @property
    def mean_error_percent(self) -> float | None:
        return None if self.mean_error.value is None else 100 * self.mean_error.value

    @property
    def bias_percent(self) -> float | None:
        return None if self.bias.value is None else 100 * self.bias.value


def accuracies(periods: Iterable[PeriodFigures]) -> tuple[Accuracy, ...]:
    """Of each estimate at completion, then of each duration; empty while the project has not ended.

    It has ended in the first period in which all of the budget is earned. What was spent after that counts to its
    cost, and not to its duration.
    """
    found = tuple(periods)
    end = next((each.period for each in found if each.standing.bac and each.standing.ev >= each.standing.bac), None)
    if end is None:
        return ()
    before, cost = found[: end - 1], found[-1].standing.ac
    of_cost = [_accuracy(f"eac_{each.name}", each.title, cost or 0.0, before) for each in FAMILY]
    return (*of_cost, *(_accuracy(name, title, float(end), before) for name, title in TIME.items()))


def _accuracy(name: str, title: str, outcome: float, before: tuple[PeriodFigures, ...]) -> Accuracy:
    forecasts = [value for each in before if (value := each[name]) is not None]
    if not forecasts or outcome <= 0:
        none = no_figure("There was no forecast before the end." if outcome > 0 else "There is no outcome.")
        return Accuracy(name, title, outcome, 0, none, none)
    errors = [(each - outcome) / outcome for each in forecasts]
    mean_error, bias = Figure(fmean(map(abs, errors))), Figure(fmean(errors))
    return Accuracy(name, title, outcome, len(forecasts), mean_error, bias)
