"""Chances and shares in words."""

from plumbline.engine.targets.wording import chance_words
from plumbline.web.components.library import register


@register.filter
def percent(share: float | None) -> str:
    """0.5 as "50 %"; what is neither none nor all never looks like it."""
    return "–" if share is None else chance_words(float(share))
