"""Values in words: the same on the page, in the PDF and on slides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from plumbline.office.reporting.document import Cell

NOTHING = "–"
STATUSES = {
    "green": ("●", "Green"),
    "amber": ("▲", "Amber"),
    "red": ("■", "Red"),
    "unknown": ("○", "Unknown"),
    "silent": ("□", "Silent"),
    "none": ("–", "No report"),
}
"""Shape and word. Colour only repeats what they say."""

COLOURS = {
    "green": "0b7d6c",
    "amber": "f2b632",
    "red": "b0202d",
    "unknown": "8b8577",
    "silent": "b9b2a2",
    "none": "d8d1c2",
    "soft": "b9b2a2",
    "ink": "514c43",
}
"""Of bars, in red, green and blue; accent is the organisation's own."""


def shown(value: Cell, kind: str, currency: str = "") -> str:
    """``currency`` goes before money where nothing else on the spot names it."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    if kind == "status":
        return STATUSES[str(value)][1]
    if kind == "money" and isinstance(value, Decimal):
        return f"{currency} {value:,.0f}".strip()
    if isinstance(value, int | float):
        return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
    return str(value)


def heading_of(title: str, kind: str, currency: str) -> str:
    """Of a column: money says its currency once, at the top."""
    return f"{title} ({currency})" if kind == "money" else title
