"""A number that may not be there: then it says why, and is never 0."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """``value`` is ``None`` where it has no meaning; ``reason`` then says why in a sentence."""

    value: float | None
    reason: str = ""


def no_figure(reason: str) -> Figure:
    return Figure(None, reason)


def first_gap(*figures: Figure) -> Figure | None:
    """The first of ``figures`` that is not there."""
    return next((each for each in figures if each.value is None), None)
