"""Pictures of capacity as specifications: colours are roles, the table behind has the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plumbline.engine.capacity import Per
from plumbline.office.capacity.queries.heat_map import Cell

WITHIN, BEYOND = "within capacity", "beyond capacity"
COLOUR = {
    "field": "what",
    "type": "nominal",
    "title": None,
    "scale": {"domain": [WITHIN, BEYOND], "range": ["role:accent", "role:red"]},
}
ORDER = {"field": "what", "sort": "descending"}


def histogram(cells: Sequence[Cell], per: Per) -> dict[str, Any] | None:
    """What is asked in each period as a bar, what there is as a dash; what lies beyond it is red.

    ``None`` where there is nothing to draw.
    """
    if not any(each.free or each.asked for each in cells):
        return None
    words = [f"{each.day:%d %b}" if per is Per.WEEK else f"{each.day:%b %y}" for each in cells]
    told = list(zip(words, cells, strict=True))
    bars = [{"at": word, "hours": each.asked_hours - each.over_hours, "what": WITHIN} for word, each in told]
    bars += [{"at": word, "hours": each.over_hours, "what": BEYOND} for word, each in told if each.over_hours]
    there = [{"at": word, "hours": each.free_hours} for word, each in told]
    at = {"field": "at", "type": "ordinal", "sort": words, "title": None, "axis": {"labelOverlap": True}}
    hours = {"field": "hours", "type": "quantitative", "title": "hours"}
    return {
        "width": 720,
        "height": 220,
        "layer": [
            {
                "data": {"values": bars},
                "mark": {"type": "bar"},
                "encoding": {"x": at, "y": {**hours, "stack": "zero"}, "color": COLOUR, "order": ORDER},
            },
            {
                "data": {"values": there},
                "mark": {"type": "tick", "color": "role:ink", "thickness": 2.5},
                "encoding": {"x": at, "y": hours},
            },
        ],
    }
