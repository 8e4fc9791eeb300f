"""The weighted score of one request, and its range while points are missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite


@dataclass(frozen=True, slots=True)
class Measure:
    """One criterion: its ``weight`` beside the others, the ends of its scale, and the ``least`` that must be reached.

    Raises ``ValueError`` for a weight that is not above zero or a scale without length.
    """

    weight: float
    lowest: float
    highest: float
    least: float | None = None

    def __post_init__(self) -> None:
        if not (isfinite(self.weight) and self.weight > 0):
            raise ValueError("a weight is a number above zero")
        if not (isfinite(self.lowest) and isfinite(self.highest) and self.lowest < self.highest):
            raise ValueError("the highest level of a scale lies above its lowest")

    def share(self, points: float) -> float:
        """Where the points lie: 0 at the lowest level, 1 at the highest. Raises ``ValueError`` beside the scale."""
        if not self.lowest <= points <= self.highest:
            raise ValueError(f"{points:g} points lie beside the scale from {self.lowest:g} to {self.highest:g}")
        return (points - self.lowest) / (self.highest - self.lowest)


@dataclass(frozen=True, slots=True)
class Score:
    """Between ``low`` and ``high``, from 0 to 100: one number once nothing is ``missing``.

    ``knocked_out`` names the criteria whose least was not reached; with any, the number decides nothing.
    """

    low: float
    high: float
    missing: tuple[str, ...]
    knocked_out: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not self.missing

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def score(measures: Mapping[str, Measure], points: Mapping[str, float]) -> Score:
    """S = 100 · sum(w · s) / sum(w) with s the share of each scale, from 0 to 1.

    A criterion without points counts with both ends of its scale, never silently as nothing. Points are averaged by
    the caller where several people gave them. Raises ``ValueError`` without measures, and for points beside a scale.
    """
    if not measures:
        raise ValueError("a score needs at least one criterion")
    total = sum(each.weight for each in measures.values())
    known = sum(each.weight * each.share(points[name]) for name, each in measures.items() if name in points)
    missing = tuple(name for name in measures if name not in points)
    open_weight = sum(measures[name].weight for name in missing)
    low = 100 * known / total
    high = 100 * (known + open_weight) / total
    out = tuple(
        name
        for name, each in measures.items()
        if each.least is not None and name in points and points[name] < each.least
    )
    return Score(low, min(high, 100.0), missing, out)
