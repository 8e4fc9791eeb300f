"""Dates and costs together: how likely it is to keep both."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.calendars.work_horizon import to_datetime, to_minutes
from plumbline.engine.forecast.distributions import Floats
from plumbline.engine.forecast.inputs import RiskInputs
from plumbline.engine.forecast.result import CostForecast, DateForecast, Joint

_CHANCES = (*(each / 100 for each in range(5, 100, 5)), 1.0)


def joint_of(
    finish: NDArray[np.int64], cost: Floats, ends: DateForecast, costs: CostForecast, inputs: RiskInputs
) -> Joint:
    """``finish`` (minutes since the year 1) and ``cost`` are by iteration."""
    count = len(finish)
    places = [max(0, math.ceil(each * count - 1e-9) - 1) for each in _CHANCES]
    dates, amounts = np.sort(finish)[places], np.sort(cost)[places]
    # Each iteration falls into one field of the grid; adding up along both axes makes 'at most' of 'in'.
    grid = np.zeros((len(_CHANCES), len(_CHANCES)), dtype=np.int64)
    np.add.at(grid, (np.searchsorted(dates, finish), np.searchsorted(amounts, cost)), 1)
    shares = grid.cumsum(axis=0).cumsum(axis=1) / count
    return Joint(
        dates=tuple(to_datetime(int(each)) for each in dates),
        amounts=tuple(float(each) for each in amounts),
        shares=tuple(tuple(float(each) for each in row) for row in shares),
        correlation=_correlation(finish, cost),
        both_deterministic=_both(finish, cost, to_minutes(ends.deterministic), costs.deterministic),
        both_at={
            (moment, amount): _both(finish, cost, to_minutes(moment), amount)
            for moment in inputs.by
            for amount in inputs.budgets
        },
    )


def _both(finish: NDArray[np.int64], cost: Floats, moment: int, amount: float) -> float:
    return int(((finish <= moment) & (cost <= amount)).sum()) / len(finish)


def _correlation(finish: NDArray[np.int64], cost: Floats) -> float | None:
    dates = (finish - finish[0]).astype(np.float64)
    dates, money = dates - dates.mean(), cost - cost.mean()
    scale = math.sqrt(math.fsum(dates * dates) * math.fsum(money * money))
    return max(-1.0, min(1.0, math.fsum(dates * money) / scale)) if scale > 1e-9 else None
