"""Where forecasts lead that have moved again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plumbline.engine.targets.target import PastForecast, Value

LEAST_FORECASTS = 3
LEAST_DAYS = 28
_MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Trend:
    """``per_day`` is how much the forecast moved for each day that went by: days, or money.

    ``leads_to`` is ``None`` where the finish flees as fast as time goes by, or faster.
    """

    per_day: float
    leads_to: Value | None
    forecasts: int


def trend_of(past: Sequence[PastForecast], finishes_on: date | None = None) -> Trend | None:
    """The line of least squares through forecasts by the day of each; the last of a day counts.

    A date is followed until the forecast meets the day itself, money until ``finishes_on``. ``None`` for fewer than
    three forecasts, or for less than four weeks. A forecast that gets better is not believed beyond today's.
    """
    by_day = {each.as_of: each.value for each in sorted(past, key=lambda each: each.as_of)}
    if len(by_day) < LEAST_FORECASTS:
        return None
    days = list(by_day)
    if (days[-1] - days[0]).days < LEAST_DAYS:
        return None
    per_day = _slope([float(each.toordinal()) for each in days], [_number(each) for each in by_day.values()])
    return Trend(per_day, _led_to(days[-1], by_day[days[-1]], max(0.0, per_day), finishes_on), len(days))


def _led_to(today: date, value: Value, per_day: float, finishes_on: date | None) -> Value | None:
    if not isinstance(value, date):
        return None if finishes_on is None else value + per_day * max(0, (finishes_on - today).days)
    left = max(0, (value - today).days)
    if per_day >= 1 or left / (1 - per_day) > _MOST_DAYS:
        return None
    return max(value, today + timedelta(days=round(left / (1 - per_day))))


def _number(value: Value) -> float:
    return float(value.toordinal()) if isinstance(value, date) else value


def _slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return across / sum((x - mean_x) ** 2 for x in xs)
