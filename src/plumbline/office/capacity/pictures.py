"""Pictures of capacity as specifications: colours are roles, the table behind has the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plumbline.engine.capacity import Per
from plumbline.office.capacity.queries.heat_map import Cell


def histogram(cells: Sequence[Cell], per: Per) -> dict[str, Any] | None:
    """What is asked in each period as a bar, what there is as a step above it; beyond it, the bar is red.

    ``None`` where there is nothing to draw.
    """
    if not any(each.free or each.asked for each in cells):
        return None
    words = [f"{each.day:%d %b}" if per is Per.WEEK else f"{each.day:%b %y}" for each in cells]
    bars = [
        {"at": word, "hours": hours, "what": what}
        for word, each in zip(words, cells, strict=True)
        for what, hours in (
            ("within capacity", each.asked_hours - each.over_hours),
            ("beyond capacity", each.over_hours),
        )
        if hours
    ]
    there = [{"at": word, "hours": each.free_hours} for word, each in zip(words, cells, strict=True)]
    at = {"field": "at", "type": "ordinal", "sort": words, "title": None, "axis": {"labelOverlap": True}}
    colour = {
        "field": "what",
        "type": "nominal",
        "title": None,
        "scale": {"domain": ["within capacity", "beyond capacity"], "range": ["role:accent", "role:red"]},
    }
    return {
        "width": 720,
        "height": 220,
        "layer": [
            {
                "data": {"values": bars},
                "mark": {"type": "bar"},
                "encoding": {
                    "x": at,
                    "y": {"field": "hours", "type": "quantitative", "title": "hours", "stack": "zero"},
                    "color": colour,
                },
            },
            {
                "data": {"values": there},
                "mark": {"type": "tick", "color": "role:ink", "thickness": 2.5},
                "encoding": {"x": at, "y": {"field": "hours", "type": "quantitative"}},
            },
        ],
    }
