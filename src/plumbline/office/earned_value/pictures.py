"""S-curves: what was to be spent, what is done and what it cost, over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

PLANNED, EARNED, COST, FORECAST = "Planned value", "Earned value", "Actual cost", "Estimate at completion"
_COLOURS = {PLANNED: "series-1", EARNED: "series-3", COST: "series-2", FORECAST: "ink-soft"}
_DASHES = {PLANNED: [1, 0], EARNED: [1, 0], COST: [6, 3], FORECAST: [2, 3]}
_SHAPES = {PLANNED: "circle", EARNED: "triangle-up", COST: "square", FORECAST: "diamond"}


@dataclass(frozen=True, slots=True)
class Moment:
    """``ev`` and ``ac`` are ``None`` where they are not known."""

    on: date
    pv: float
    ev: float | None
    ac: float | None


def s_curve(
    moments: Sequence[Moment], currency: str, forecast: tuple[date, float] | None = None
) -> dict[str, Any] | None:
    """A Vega-Lite specification without colours; ``forecast`` is when all is done, and what it will have cost then.

    ``None`` where there is nothing to draw.
    """
    if not moments:
        return None
    values = [_point(each.on, PLANNED, each.pv) for each in moments]
    values += [_point(each.on, EARNED, each.ev) for each in moments if each.ev is not None]
    values += [_point(each.on, COST, each.ac) for each in moments if each.ac is not None]
    last = next((each for each in reversed(moments) if each.ac is not None and each.ev is not None), None)
    if forecast and last and last.ac is not None and forecast[0] > last.on:
        values += [_point(last.on, FORECAST, last.ac), _point(*_swapped(forecast))]
    there = [name for name in _COLOURS if any(each["what"] == name for each in values)]
    return {
        "height": 300,
        "data": {"values": values},
        "mark": {"type": "line", "point": {"filled": True, "size": 34}, "strokeWidth": 2},
        "encoding": {
            "x": {"field": "on", "type": "temporal", "axis": {"title": None, "format": "%b %Y", "grid": False}},
            "y": {"field": "value", "type": "quantitative", "axis": {"title": currency, "format": "~s"}},
            "color": _scale(there, [f"role:{_COLOURS[name]}" for name in there]),
            "strokeDash": _scale(there, [_DASHES[name] for name in there]),
            "shape": _scale(there, [_SHAPES[name] for name in there]),
        },
    }


def _scale(names: list[str], values: list[Any]) -> dict[str, Any]:
    return {
        "field": "what",
        "type": "nominal",
        "scale": {"domain": names, "range": values},
        "legend": {"title": None, "symbolStrokeWidth": 2},
    }


def _point(on: date, what: str, value: float) -> dict[str, Any]:
    return {"on": on.isoformat(), "what": what, "value": value}


def _swapped(forecast: tuple[date, float]) -> tuple[date, str, float]:
    return forecast[0], FORECAST, forecast[1]
