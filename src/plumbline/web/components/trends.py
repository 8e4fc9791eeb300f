"""Pictures of what changed from year to year."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register
from plumbline.web.pictures import trends


@register.simple_tag
def stacked_bars(bars: Sequence[dict[str, Any]], label: str) -> SafeString:
    """bars: name, parts of name, colour, count. It needs a table behind it."""
    drawn = [(each["name"], [trends.Part(**part) for part in each["parts"]]) for each in bars]
    return _in_a_box(trends.stacked_bars(drawn, label), label)


@register.simple_tag
def period_line(points: Sequence[dict[str, Any]], label: str) -> SafeString:
    """points: name, value (a day, an amount or None). Nothing where fewer than two are known."""
    return _in_a_box(trends.period_line([(each["name"], each["value"]) for each in points], label), label)


def _in_a_box(drawing: str, label: str) -> SafeString:
    """On a phone the words stay legible, and the box scrolls."""
    if not drawing:
        return SafeString()
    box = '<div class="trend-box" role="region" aria-label="{}" tabindex="0">{}</div>'
    return format_html(box, f"Picture: {label}", mark_safe(drawing))


@register.filter
def amount(value: Any) -> str:
    """A large sum in few signs: 1.25 bn."""
    return "" if value is None else trends.words(value)
