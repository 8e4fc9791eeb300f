"""Weights from comparisons two by two: the analytic hierarchy process (T. L. Saaty, 1980)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

MOST = 9
"""Judgements lie between 1/9 and 9."""
ACCEPTED = 0.10
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""Consistency index of random matrices for 1 to 10 criteria (Saaty); so ten is the most that can be compared."""
_ROUNDS, _CLOSE = 1000, 1e-14


@dataclass(frozen=True, slots=True)
class Doubt:
    """The judgement that goes least with the others: ``given`` is how often ``first`` counts of ``second``."""

    first: str
    second: str
    given: float
    implied: float


@dataclass(frozen=True, slots=True)
class Pairwise:
    """``weights`` add up to 1. ``index`` is CI = (lambda - n) / (n - 1), ``ratio`` CR = CI / RI, 0 below three."""

    weights: Mapping[str, float]
    eigenvalue: float
    index: float
    ratio: float
    doubt: Doubt | None

    @property
    def is_consistent(self) -> bool:
        return self.ratio < ACCEPTED


def pairwise_weights(names: Sequence[str], judgements: Mapping[tuple[str, str], float]) -> Pairwise:
    """The principal eigenvector of the reciprocal matrix of ``judgements``: how often the first counts of the second.

    Every two of ``names`` are judged once, in either order. Raises ``ValueError`` for more than ten names, a pair
    that is missing, judged twice or unknown, and a judgement that is not between 1/9 and 9.
    """
    matrix = _matrix(names, judgements)
    size = len(names)
    weights = _eigenvector(matrix)
    products = [sum(row[j] * weights[j] for j in range(size)) for row in matrix]
    eigenvalue = sum(products)  # the weights add up to 1, so the product with them adds up to the eigenvalue
    index = max(0.0, (eigenvalue - size) / (size - 1)) if size > 1 else 0.0
    random_index = RANDOM_INDEX[size - 1]
    ratio = index / random_index if random_index else 0.0
    return Pairwise(dict(zip(names, weights, strict=True)), eigenvalue, index, ratio, _doubt(names, matrix, weights))


def _matrix(names: Sequence[str], judgements: Mapping[tuple[str, str], float]) -> list[list[float]]:
    if not 1 <= len(names) <= len(RANDOM_INDEX) or len(set(names)) < len(names):
        raise ValueError(f"between 1 and {len(RANDOM_INDEX)} criteria of different names can be compared two by two")
    place = {name: number for number, name in enumerate(names)}
    matrix = [[1.0 if row == column else 0.0 for column in range(len(names))] for row in range(len(names))]
    for (first, second), how_often in judgements.items():
        if first not in place or second not in place or first == second:
            raise ValueError(f"{first!r} and {second!r} are not two of the criteria")
        if not (isfinite(how_often) and 1 / MOST - 1e-9 <= how_often <= MOST + 1e-9):
            raise ValueError(f"how often {first!r} counts of {second!r} lies between 1/9 and 9")
        row, column = place[first], place[second]
        if matrix[row][column]:
            raise ValueError(f"{first!r} and {second!r} are compared twice")
        matrix[row][column], matrix[column][row] = how_often, 1 / how_often
    for row, first in enumerate(names):
        for column, second in enumerate(names):
            if not matrix[row][column]:
                raise ValueError(f"{first!r} and {second!r} are yet to be compared")
    return matrix


def _eigenvector(matrix: list[list[float]]) -> list[float]:
    """By power iteration: all entries are above zero, so it converges to the only positive one (Perron)."""
    size = len(matrix)
    weights = [1 / size] * size
    for _ in range(_ROUNDS):
        products = [sum(entry * weight for entry, weight in zip(row, weights, strict=True)) for row in matrix]
        total = sum(products)
        moved = [each / total for each in products]
        if max(abs(now - was) for now, was in zip(moved, weights, strict=True)) < _CLOSE:
            return moved
        weights = moved
    return weights


def _doubt(names: Sequence[str], matrix: list[list[float]], weights: list[float]) -> Doubt | None:
    """The judgement farthest, by ratio, from what the weights imply."""
    found, farthest = None, 1 + 1e-6
    for row, first in enumerate(names):
        for column in range(row + 1, len(names)):
            given, implied = matrix[row][column], weights[row] / weights[column]
            apart = max(given / implied, implied / given)
            if apart > farthest:
                farthest, found = apart, Doubt(first, names[column], given, implied)
    return found
