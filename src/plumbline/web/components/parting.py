"""Reports beside evidence, drawn. Each picture needs a table behind it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register
from plumbline.web.pictures import parting


@register.simple_tag
def divergence_strip(past: Any, label: str = "") -> SafeString:
    """Two rows of marks, reported above evidence, oldest first. past: has reported, evidence, title."""
    return mark_safe(parting.divergence_strip(past.reported, past.evidence, label or past.title))


@register.simple_tag
def divergence_bar(counts: Mapping[int | None, int], label: str) -> SafeString:
    """How many are how far from the evidence: steps from -2 to 2, None where it is unknown."""
    return mark_safe(parting.divergence_bar(counts, label))


@register.simple_tag
def divergence_lines(months: Iterable[Any], label: str) -> SafeString:
    """Mean divergence and watermelon rate in time. months: have first (a day), mean, rate (percent)."""
    shown = list(months)
    names = [f"{each.first:%b}" if place % 2 == 1 - len(shown) % 2 else "" for place, each in enumerate(shown)]
    return mark_safe(
        parting.divergence_lines(names, [each.mean for each in shown], [each.rate for each in shown], label)
    )
