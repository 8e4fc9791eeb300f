"""The best choice by trying all ways that can still be best: for few candidates, without a solver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plumbline.engine.optimisation.selection.rows import Row, Rows
from plumbline.engine.stopping import GoingOn, Stopped

_SLACK = 1e-6
_ASKED_AFTER = 2_000


def best_columns(rows: Rows, going_on: GoingOn | None = None) -> tuple[int, ...] | None:
    """The columns of the best choice, or ``None`` if no choice keeps all rows. Raises ``Stopped``.

    Depth first over the candidates, the densest first. A branch ends when a row cannot be kept any more, or when even
    taking the rest by fractions of one limit that stands for all (the sum of each limit's share) is not worth more.
    """
    search = _Search(rows, going_on)
    search.go(0, 0, 0.0)
    return search.best


@dataclass
class _Search:
    rows: Rows
    going_on: GoingOn | None
    best: tuple[int, ...] | None = None
    best_worth: int | None = None
    steps: int = 0
    taken: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        weights = _weights(self.rows)
        self.room = float(sum(each.most is not None and each.most > 0 and _packs(each) for each in self.rows.rows))
        items = []
        for place in range(len(self.rows.problem.candidates)):
            columns = self.rows.columns_of(place)
            worth = max((self.rows.worths[each] for each in columns), default=0)
            items.append((columns, max(worth, 0), min((weights[each] for each in columns), default=0.0)))
        items.sort(key=lambda each: -each[1] / (each[2] + _SLACK))
        self.items = items
        self.weights = weights
        self.at: list[list[tuple[int, int]]] = [[] for _ in self.rows.columns]
        for number, row in enumerate(self.rows.rows):
            for column, coefficient in row.terms:
                self.at[column].append((number, coefficient))
        self.activity = [0] * len(self.rows.rows)
        self.rest = [_rest(row, [columns for columns, _, _ in items]) for row in self.rows.rows]

    def go(self, depth: int, worth: int, used: float) -> None:
        self._ask()
        if not self._can_be_kept(depth):
            return
        if self.best_worth is not None and worth + self._bound(depth, used) <= self.best_worth:
            return
        if depth == len(self.items):
            self.best, self.best_worth = tuple(self.taken), worth
            return
        for column in (*self.items[depth][0], None):
            if column is None:
                self.go(depth + 1, worth, used)
                continue
            self._move(column, 1)
            self.go(depth + 1, worth + self.rows.worths[column], used + self.weights[column])
            self._move(column, -1)

    def _move(self, column: int, sign: int) -> None:
        if sign > 0:
            self.taken.append(column)
        else:
            self.taken.pop()
        for row, coefficient in self.at[column]:
            self.activity[row] += sign * coefficient

    def _can_be_kept(self, depth: int) -> bool:
        for row, activity, rest in zip(self.rows.rows, self.activity, self.rest, strict=True):
            least, most = rest[depth]
            if row.most is not None and activity + least > row.most:
                return False
            if row.least is not None and activity + most < row.least:
                return False
        return True

    def _bound(self, depth: int, used: float) -> float:
        left, total = self.room - used + _SLACK, 0.0
        for _, worth, weight in self.items[depth:]:
            if weight <= left:
                total += worth
                left -= weight
            elif worth:
                return total + worth * max(left, 0.0) / weight + _SLACK
        return total

    def _ask(self) -> None:
        self.steps += 1
        if self.going_on and self.steps % _ASKED_AFTER == 0 and not self.going_on(0, 1):
            raise Stopped


def _packs(row: Row) -> bool:
    return all(each > 0 for _, each in row.terms)


def _weights(rows: Rows) -> list[float]:
    """What each column takes of all limits together, each limit as 1."""
    weights = [0.0] * len(rows.columns)
    for row in rows.rows:
        if row.most is not None and row.most > 0 and _packs(row):
            for column, coefficient in row.terms:
                weights[column] += coefficient / row.most
    return weights


def _rest(row: Row, items: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """For each depth, the least and the most that the candidates from there on can add to a row."""
    coefficient = dict(row.terms)
    found = [(0, 0)]
    for columns in reversed(items):
        here = [coefficient.get(each, 0) for each in columns]
        least, most = found[-1]
        found.append((least + min(0, *here, 0), most + max(0, *here, 0)))
    return found[::-1]
