"""An amount of working time in words."""

from __future__ import annotations

HOURS_UP_TO = 24 * 60


def in_words(minutes: int) -> str:
    """Hours as long as they say something, days of eight hours from there on."""
    if minutes < 60:
        return f"{minutes} min"
    if minutes < HOURS_UP_TO:
        hours, rest = divmod(minutes, 60)
        return f"{hours} h {rest} min" if rest and hours < 8 else f"{hours} h"
    return f"{minutes / 480:.1f}".removesuffix(".0") + " days"
