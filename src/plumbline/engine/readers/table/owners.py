"""Who does the work, in one cell: ``Ann; Bob [50%]``."""

from __future__ import annotations

_NOT_OWNERS = ("", "-", "n/a", "none", "tbd")


def names_in(text: str) -> list[str]:
    """Each name once; what stands in brackets is no part of it."""
    parts = text.replace(",", ";").split(";")
    names = (part.partition("[")[0].strip() for part in parts)
    return list(dict.fromkeys(name for name in names if name.lower() not in _NOT_OWNERS))
