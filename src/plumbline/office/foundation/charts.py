"""Pictures of figures: a Vega-Lite specification in, a drawing out; the same for a page, a document and a slide.

A specification is a plain dictionary with its data inside and no colours, fonts or background of its own. Where
Vega-Lite expects a colour it says a role, and the drawing gives it that of where it goes:

``ink`` ``ink-soft`` ``line`` ``surface`` · ``accent`` ``accent-wash`` · ``green`` ``amber`` ``red`` ``unknown`` and
each with ``-wash`` · ``series-1`` to ``series-6`` for things that have no order, ``none``.

    {"mark": {"type": "line", "color": "role:accent"}, "encoding": ..., "data": {"values": [...]}}

Vega-Lite's own colours are replaced too: without a role, a mark is drawn in ``accent``, and a scale in the series.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

VEGA_LITE = "6.4"
ROLE = "role:"
SERIES = tuple(f"role:series-{number}" for number in range(1, 7))

PAPER = {
    "none": "transparent",
    "ink": "#1b1916",
    "ink-soft": "#514c43",
    "line": "#d8d1c2",
    "surface": "#ffffff",
    "accent": "#27409f",
    "accent-wash": "#e5e8f6",
    "green": "#0b7d6c",
    "green-wash": "#dff0e9",
    "amber": "#f2b632",
    "amber-wash": "#fbefd1",
    "red": "#b0202d",
    "red-wash": "#fae4e1",
    "unknown": "#655f53",
    "unknown-wash": "#ebe6db",
    "series-1": "#27409f",
    "series-2": "#b3541e",
    "series-3": "#0b7d6c",
    "series-4": "#8a4b9c",
    "series-5": "#7c5200",
    "series-6": "#5b6478",
}
PAGE = {role: "transparent" if role == "none" else f"var(--chart-{role})" for role in PAPER}

Palette = Mapping[str, str]
Specification = Mapping[str, Any]


def svg(specification: Specification, palette: Palette = PAGE) -> str:
    """Raises ``ValueError`` for a specification that Vega-Lite does not understand, and for an unknown role.

    The same specification is drawn once in a process, and read from memory afterwards.
    """
    return _drawn(_text(specification, palette))


def png(specification: Specification, *, scale: float = 2.0) -> bytes:
    """For slides, in the colours of paper. Raises as ``svg`` does."""
    import vl_convert

    return vl_convert.vegalite_to_png(_text(specification, PAPER), vl_version=VEGA_LITE, scale=scale)


def _text(specification: Specification, palette: Palette) -> str:
    given = specification.get("config", {})
    whole = {"width": 640, "height": 260, **specification, "config": {**_CONFIG, **given}}
    return json.dumps(_in_colour(whole, palette), sort_keys=True, default=str)


@lru_cache(maxsize=256)
def _drawn(text: str) -> str:
    # imported where it draws: a process that forks after it has drawn hangs
    import vl_convert

    return vl_convert.vegalite_to_svg(text, vl_version=VEGA_LITE)


def _in_colour(value: Any, palette: Palette) -> Any:
    if isinstance(value, str) and value.startswith(ROLE):
        role = value.removeprefix(ROLE)
        if role not in palette:
            raise ValueError(f"There is no colour for the role '{role}'.")
        return palette[role]
    if isinstance(value, Mapping):
        return {key: _in_colour(each, palette) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_colour(each, palette) for each in value]
    return value


_FONT = "Source Sans Pro, Helvetica Neue, Liberation Sans, Arial, sans-serif"
_WORDS = {"labelColor": "role:ink-soft", "titleColor": "role:ink-soft", "labelFontSize": 12, "titleFontSize": 12}
_CONFIG: dict[str, Any] = {
    # what the picture shows stands beside it, in its label and in the table behind it
    "aria": False,
    "background": None,
    "font": _FONT,
    "view": {"stroke": None},
    "mark": {"color": "role:accent", "aria": False},
    "text": {"color": "role:ink", "fontSize": 12},
    "rule": {"color": "role:ink-soft"},
    "axis": {
        **_WORDS,
        "titleFontWeight": "normal",
        "domainColor": "role:line",
        "tickColor": "role:line",
        "gridColor": "role:line",
    },
    "legend": {**_WORDS, "titleFontWeight": "normal", "orient": "bottom"},
    "header": _WORDS,
    "title": {"color": "role:ink", "fontSize": 14, "anchor": "start"},
    "range": {"category": list(SERIES)},
}
