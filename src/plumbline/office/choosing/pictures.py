"""The efficient frontier, and risk beside value, as specifications without colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plumbline.office.choosing.queries import Ranked

_WIDTH = 860
_SPARSE = {"tickCount": 6}


def frontier_picture(points: Sequence[dict[str, Any]], currency: str) -> dict[str, Any] | None:
    """The best value for each budget, and the bound that none exceeds."""
    values = [
        {"budget": float(each["budget"]), "value": float(each["value"]), "today": abs(each["share"] - 1) < 1e-9}
        for each in points
        if each["value"] is not None
    ]
    if len(values) < 2:
        return None
    x = {"field": "budget", "type": "quantitative", "title": f"Budget in all periods ({currency})", "axis": _SPARSE}
    y = {"field": "value", "type": "quantitative", "title": "Best value"}
    today = {"condition": {"test": "datum.today", "value": "role:series-2"}, "value": "role:accent"}
    return {
        "data": {"values": values},
        "width": _WIDTH,
        "layer": [
            {"mark": {"type": "line", "color": "role:accent"}, "encoding": {"x": x, "y": y}},
            {
                "mark": {"type": "point", "filled": True, "size": 70},
                "encoding": {"x": x, "y": y, "color": today},
            },
        ],
    }


def bubbles_picture(rows: Sequence[Ranked]) -> dict[str, Any] | None:
    """Risk beside value; the area is the cost, the shape says in or out, and the number is the rank."""
    values = [
        {
            "rank": each.candidate.rank,
            "risk": each.candidate.risk,
            "value": float(each.worth),
            "cost": float(each.candidate.all_cost),
            "choice": "in" if each.is_chosen else "out",
        }
        for each in rows
        if each.candidate.risk
    ]
    if not values:
        return None
    x = {
        "field": "risk",
        "type": "quantitative",
        "title": "Risk",
        "scale": {"domain": [0.5, 5.5]},
        "axis": {"tickMinStep": 1},
    }
    y = {"field": "value", "type": "quantitative", "title": "Value"}
    ranks = {"mark": {"type": "text", "fontSize": 12, "align": "left", "dx": 4}}
    return {
        "data": {"values": values},
        "width": _WIDTH,
        "height": 360,
        "layer": [
            _bubbles(x, y),
            ranks | {"encoding": {"x": x, "y": y, "text": {"field": "rank", "type": "nominal"}}},
        ],
    }


def _bubbles(x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    def by_choice(*drawn: str) -> dict[str, Any]:
        scale = {"domain": ["in", "out"], "range": list(drawn)}
        return {"field": "choice", "type": "nominal", "title": "Chosen", "scale": scale}

    return {
        "mark": {"type": "point", "filled": True, "opacity": 0.6},
        "encoding": {
            "x": x,
            "y": y,
            "size": {"field": "cost", "type": "quantitative", "legend": None, "scale": {"range": [60, 1600]}},
            "color": by_choice("role:accent", "role:unknown"),
            "shape": by_choice("circle", "square"),
        },
    }
