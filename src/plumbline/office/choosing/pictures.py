"""The efficient frontier, and risk beside value, as specifications without colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plumbline.office.choosing.queries import Ranked


def frontier_picture(points: Sequence[dict[str, Any]], currency: str) -> dict[str, Any] | None:
    """The best value for each budget, and the bound that none exceeds."""
    values = [
        {"budget": float(each["budget"]), "value": float(each["value"]), "today": abs(each["share"] - 1) < 1e-9}
        for each in points
        if each["value"] is not None
    ]
    if len(values) < 2:
        return None
    x = {"field": "budget", "type": "quantitative", "title": f"Budget in all periods ({currency})"}
    y = {"field": "value", "type": "quantitative", "title": "Best value"}
    today = {"condition": {"test": "datum.today", "value": "role:series-2"}, "value": "role:accent"}
    return {
        "data": {"values": values},
        "layer": [
            {"mark": {"type": "line", "color": "role:accent"}, "encoding": {"x": x, "y": y}},
            {
                "mark": {"type": "point", "filled": True, "size": 70},
                "encoding": {"x": x, "y": y, "color": today},
            },
        ],
    }


def bubbles_picture(rows: Sequence[Ranked]) -> dict[str, Any] | None:
    """Risk beside value; the area is the cost, and the shape says in or out."""
    values = [
        {
            "name": each.candidate.name[:28],
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
    scale = {"domain": ["in", "out"], "range": ["role:accent", "role:unknown"]}
    x = {
        "field": "risk",
        "type": "quantitative",
        "title": "Risk",
        "scale": {"domain": [0.5, 5.5]},
        "axis": {"tickMinStep": 1},
    }
    y = {"field": "value", "type": "quantitative", "title": "Value"}
    return {
        "data": {"values": values},
        "height": 360,
        "layer": [
            {
                "mark": {"type": "point", "filled": True, "opacity": 0.6},
                "encoding": {
                    "x": x,
                    "y": y,
                    "size": {"field": "cost", "type": "quantitative", "legend": None, "scale": {"range": [60, 1600]}},
                    "color": {"field": "choice", "type": "nominal", "title": "Chosen", "scale": scale},
                    "shape": {
                        "field": "choice",
                        "type": "nominal",
                        "title": "Chosen",
                        "scale": {"domain": ["in", "out"], "range": ["circle", "square"]},
                    },
                },
            },
            {
                "mark": {"type": "text", "dy": -12, "fontSize": 11},
                "encoding": {"x": x, "y": y, "text": {"field": "name", "type": "nominal"}},
            },
        ],
    }
