"""How far views are apart, where so many gave one that nobody is found out by it."""

from __future__ import annotations

from plumbline.engine.maturity import Spread

FEWEST = 3
"""Below this many answers their spread is not shown to anybody, the lead included."""


def shown(spread: Spread) -> Spread | None:
    """``None`` where one or two answered. That nobody answered tells on nobody."""
    return None if 0 < spread.answers < FEWEST else spread
