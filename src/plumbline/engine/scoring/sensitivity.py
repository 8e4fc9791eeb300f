"""How far a ranking depends on the weights that somebody chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plumbline.engine.scoring.scored import Measure, score

SWING = 0.2
"""A weight is moved by a fifth either way, one at a time, the others keeping their proportions."""
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class RankRange:
    """``rank`` counts from 1 and is shared by equals; ``best`` and ``worst`` are its bounds under other weights."""

    rank: int
    best: int
    worst: int

    @property
    def is_firm(self) -> bool:
        return self.best == self.worst


def rank_ranges(
    measures: Mapping[str, Measure], requests: Mapping[str, Mapping[str, float]], swing: float = SWING
) -> dict[str, RankRange]:
    """The rank of each request by the middle of its score, and its best and worst with each weight moved.

    ``requests`` holds the points of each by criterion; who is knocked out should not be among them.
    Raises ``ValueError`` unless ``swing`` lies between 0 and 1.
    """
    if not 0 <= swing < 1:
        raise ValueError("a swing lies between 0 and 1")
    rank = _ranks(measures, requests)
    others = [
        _ranks({**measures, name: replace(each, weight=each.weight * factor)}, requests)
        for name, each in measures.items()
        for factor in (1 - swing, 1 + swing)
    ]
    return {
        name: RankRange(
            place,
            min([place, *(each[name] for each in others)]),
            max([place, *(each[name] for each in others)]),
        )
        for name, place in rank.items()
    }


def _ranks(measures: Mapping[str, Measure], requests: Mapping[str, Mapping[str, float]]) -> dict[str, int]:
    middles = {name: score(measures, points).middle for name, points in requests.items()}
    ordered = sorted(middles.items(), key=lambda each: -each[1])
    ranks: dict[str, int] = {}
    for position, (name, middle) in enumerate(ordered):
        before = ordered[position - 1] if position else None
        ranks[name] = ranks[before[0]] if before and before[1] - middle <= _SAME else position + 1
    return ranks
