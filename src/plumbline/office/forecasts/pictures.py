"""Pictures of a forecast as Vega-Lite specifications without colours; the same for a page, a document and a slide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

from plumbline.office.forecasts.kept import KeptBar, KeptDate, KeptForecast, KeptJoint

Specification = dict[str, Any]
Mark = tuple[str, date | float]
"""A word and where it stands on the axis."""

MOST_MILESTONES, MOST_BARS = 20, 12
_BINS = 24
_ROOM: dict[str, float] = {"left": 28, "right": 12, "top": 5, "bottom": 5}
"""A browser may draw the names in a wider font than they were measured in."""
_CHANCE = {"title": "Chance", "format": ".0%", "values": [0, 0.1, 0.25, 0.5, 0.8, 0.9, 1]}
_DAYS: dict[str, Any] = {"title": None, "format": "%-d %b %y", "labelOverlap": True, "tickCount": 6}
_MONEY: dict[str, Any] = {"title": None, "format": ",.0f", "labelOverlap": True, "tickCount": 6}


def s_curve(curve: Sequence[date | float], marks: Sequence[Mark]) -> Specification:
    """How likely it is to be done by each day, or for each amount."""
    steps = max(1, len(curve) - 1)
    # of one day the last step counts: by its end so many are done
    reached = {_x(value): place / steps for place, value in enumerate(curve)}
    points = [{"x": x, "chance": chance} for x, chance in reached.items()]
    line = {
        "data": {"values": points},
        "mark": {"type": "line", "interpolate": "monotone", "strokeWidth": 2.5, "color": "role:accent"},
        "encoding": {"x": _axis(curve), "y": _across("chance", _CHANCE)},
    }
    return {"layer": [line, *_rules(curve, marks)]}


def histogram(curve: Sequence[date | float], marks: Sequence[Mark]) -> Specification:
    """How the iterations spread: the share that ended in each of a few equal steps."""
    numbers = [float(each.toordinal()) if isinstance(each, date) else each for each in curve]
    low, width = numbers[0], _width(numbers[-1] - numbers[0], isinstance(curve[0], date))
    shares: dict[int, float] = {}
    for each in numbers:
        place = int((each - low) / width)
        shares[place] = shares.get(place, 0.0) + 1 / len(numbers)
    bars = [
        {"x": _back(low + place * width, curve), "x2": _back(low + (place + 1) * width, curve), "share": share}
        for place, share in sorted(shares.items())
    ]
    drawn = {
        "data": {"values": bars},
        "mark": {"type": "bar", "color": "role:accent", "binSpacing": 1},
        "encoding": {
            "x": _axis(curve),
            "x2": {"field": "x2"},
            "y": _across("share", {"title": "Share of iterations", "format": ".0%", "tickCount": 4}),
            "y2": {"datum": 0},
        },
    }
    return {"height": 180, "layer": [drawn, *_rules(curve, marks)]}


def tornado(bars: Sequence[KeptBar], expected: date) -> Specification | None:
    """What moves the finish most: from the mean where it is lowest to the mean where it is highest."""
    if not bars:
        return None
    shown = [
        {"name": f"{each.id} {each.name}"[:48], "low": each.low.isoformat(), "high": each.high.isoformat()}
        for each in bars[:MOST_BARS]
    ]
    names = {"field": "name", "type": "nominal", "sort": None, "axis": {"title": None, "labelLimit": 260}}
    drawn = {
        "data": {"values": shown},
        "mark": {"type": "bar", "color": "role:series-1", "height": {"band": 0.6}},
        "encoding": {
            "y": names,
            "x": {"field": "low", "type": "temporal", "axis": _DAYS, "scale": {"zero": False, "nice": True}},
            "x2": {"field": "high"},
        },
    }
    rule = {
        "data": {"values": [{"x": expected.isoformat()}]},
        "mark": {"type": "rule", "strokeDash": [4, 3], "color": "role:ink-soft"},
        "encoding": {"x": {"field": "x", "type": "temporal"}},
    }
    return {"height": {"step": 24}, "padding": _ROOM, "layer": [drawn, rule]}


def milestones(found: Sequence[KeptDate]) -> Specification | None:
    """P10 to P90 of each, its P50 as a mark, and the day that the plan gives."""
    if not found:
        return None
    shown = [
        {
            "name": (each.name or each.id)[:48],
            "low": each.quantiles[10].isoformat(),
            "high": each.quantiles[90].isoformat(),
            "even": each.quantiles[50].isoformat(),
            "plan": each.deterministic.isoformat(),
        }
        for each in found[:MOST_MILESTONES]
    ]
    y = {"field": "name", "type": "nominal", "sort": None, "axis": {"title": None, "labelLimit": 260}}

    def marked(field: str, mark: dict[str, Any], more: dict[str, Any] | None = None) -> dict[str, Any]:
        x = {"field": field, "type": "temporal", "axis": _DAYS, "scale": {"zero": False}}
        return {"mark": mark, "encoding": {"y": y, "x": x, **(more or {})}}

    bar = {"type": "bar", "color": "role:accent-wash", "stroke": "role:accent", "height": {"band": 0.5}}
    layers = [
        marked("low", bar, {"x2": {"field": "high"}}),
        marked("even", {"type": "tick", "color": "role:accent", "thickness": 3}),
        marked("plan", {"type": "point", "shape": "diamond", "filled": True, "color": "role:ink", "size": 60}),
    ]
    return {"height": {"step": 24}, "padding": _ROOM, "data": {"values": shown}, "layer": layers}


def joint(found: KeptJoint) -> Specification:
    """How likely date and cost are kept together."""
    cells = [
        {"day": f"{day:%d %b %y}", "amount": f"{amount:,.0f}", "share": found.shares[row][column]}
        for row, day in list(enumerate(found.dates))[1::3]
        for column, amount in list(enumerate(found.amounts))[1::3]
    ]
    encoding = {
        "x": {"field": "day", "type": "ordinal", "sort": None, "axis": {"title": "Done by", "labelAngle": -45}},
        "y": {"field": "amount", "type": "ordinal", "sort": None, "axis": {"title": "For at most", "titlePadding": 28}},
    }
    # no scale of colours: words that stand for colours cannot be mixed, how much of one shows can
    share = {"field": "share", "type": "quantitative", "legend": None, "scale": {"domain": [0, 1], "range": [0.1, 1]}}
    heat = {"mark": {"type": "rect", "color": "role:accent-wash"}, "encoding": {"opacity": share}}
    words = {"mark": {"type": "text"}, "encoding": {"text": {"field": "share", "format": ".0%"}}}
    return {
        "height": {"step": 26},
        "padding": _ROOM,
        "data": {"values": cells},
        "encoding": encoding,
        "layer": [heat, words],
    }


def marks_of(found: KeptForecast, promised: Sequence[Mark]) -> list[Mark]:
    """The plan's own day, P50 and P80, and what was promised."""
    finish = found.finish
    own: list[Mark] = [("Plan", finish.deterministic), ("P50", finish.quantiles[50]), ("P80", finish.quantiles[80])]
    return [*own, *promised]


def _width(span: float, are_days: bool) -> float:
    """Of a bar; days in whole ones, and from four on in weeks, so that weekends make no gaps."""
    width = span / _BINS
    if not are_days:
        return width or 1.0
    days = max(1, ceil(width))
    return float(days if days < 4 else 7 * ceil(days / 7))


def _rules(curve: Sequence[date | float], marks: Sequence[Mark]) -> list[dict[str, Any]]:
    if not marks:
        return []
    values = [{"x": _x(value), "word": word, "row": row % 4} for row, (word, value) in enumerate(marks)]
    x = {"field": "x", "type": "temporal" if isinstance(curve[0], date) else "quantitative"}
    rule = {"type": "rule", "strokeDash": [4, 3], "color": "role:ink-soft"}
    text = {"type": "text", "align": "left", "dx": 4, "color": "role:ink"}
    place = {
        "field": "row",
        "type": "ordinal",
        "scale": {"range": [10, 26, 42, 58], "domain": [0, 1, 2, 3]},
        "axis": None,
    }
    words = {"x": x, "text": {"field": "word"}, "y": place}
    return [
        {"data": {"values": values}, "mark": rule, "encoding": {"x": x}},
        {"data": {"values": values}, "mark": text, "encoding": words, "resolve": {"scale": {"y": "independent"}}},
    ]


def _axis(curve: Sequence[date | float]) -> dict[str, Any]:
    if isinstance(curve[0], date):
        return {"field": "x", "type": "temporal", "axis": _DAYS, "scale": {"padding": 16}}
    return {"field": "x", "type": "quantitative", "axis": _MONEY, "scale": {"zero": False}}


def _across(field: str, axis: dict[str, Any]) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "axis": axis}


def _x(value: date | float) -> str | float:
    return value.isoformat() if isinstance(value, date) else value


def _back(number: float, curve: Sequence[date | float]) -> str | float:
    return date.fromordinal(round(number)).isoformat() if isinstance(curve[0], date) else number
