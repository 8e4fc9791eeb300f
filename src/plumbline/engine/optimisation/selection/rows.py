"""The limits of a selection as rows of whole numbers, which is all that a solver reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import gcd

from plumbline.engine.optimisation.selection.problem import DECIMALS, Candidate, Problem

SCALE: int = 10**DECIMALS
_MOST_TOGETHER = 2**61


class Kind(StrEnum):
    ONCE = "once"
    MUST = "must"
    NEEDS = "needs"
    GROUP = "group"
    BUDGET = "budget"
    TOTAL_BUDGET = "total budget"
    CAPACITY = "capacity"
    LEAST_SHARE = "least share"
    MOST_SHARE = "most share"


@dataclass(frozen=True, slots=True)
class Limit:
    """``name`` is the candidate, group, role or bucket that it is about; ``other`` whom the candidate needs."""

    kind: Kind
    name: str = ""
    period: int | None = None
    other: str = ""

    @property
    def family(self) -> Limit:
        """The same limit for all periods."""
        return Limit(self.kind, self.name, None, self.other)


@dataclass(frozen=True, slots=True)
class Row:
    """``least`` <= sum of coefficient times column <= ``most``, divided by what its numbers have in common."""

    limit: Limit
    terms: tuple[tuple[int, int], ...]
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Rows:
    """A column is a candidate (by its place) with a start; ``worths`` are in 10,000ths, divided by ``common``."""

    problem: Problem
    columns: tuple[tuple[int, int], ...]
    worths: tuple[int, ...]
    common: int
    rows: tuple[Row, ...]

    def columns_of(self, place: int) -> list[int]:
        return [number for number, (of, _) in enumerate(self.columns) if of == place]

    def value(self, worth: float) -> Decimal:
        return Decimal(round(worth * self.common)) / SCALE


def rows_of(problem: Problem, without: frozenset[Limit] = frozenset()) -> Rows:
    """All rows but those whose family is in ``without``. Raises ``ValueError`` if sums could grow beyond 64 bits."""
    columns = tuple((place, start) for place, each in enumerate(problem.candidates) for start in problem.starts(each))
    worths = [_whole(problem.candidates[place].worth(start)) for place, start in columns]
    common = gcd(*worths) or 1
    rows = tuple(each for each in _rows(problem, columns) if each.limit.family not in without)
    for terms in ([(0, each) for each in worths], *(each.terms for each in rows)):
        if sum(abs(each) for _, each in terms) > _MOST_TOGETHER:
            raise ValueError("the amounts are too large to be added exactly: give them in thousands or millions")
    return Rows(problem, columns, tuple(each // common for each in worths), common, rows)


def _rows(problem: Problem, columns: tuple[tuple[int, int], ...]) -> Iterator[Row]:
    mine: dict[str, list[int]] = defaultdict(list)
    for number, (place, _) in enumerate(columns):
        mine[problem.candidates[place].name].append(number)
    for each in problem.candidates:
        ones = tuple((column, 1) for column in mine[each.name])
        if len(ones) > 1:
            yield Row(Limit(Kind.ONCE, each.name), ones, None, 1)
        if each.must:
            yield Row(Limit(Kind.MUST, each.name), ones, 1, None)
        for other in each.needs:
            if other != each.name:
                terms = (*ones, *((column, -1) for column in mine[other]))
                yield Row(Limit(Kind.NEEDS, each.name, None, other), terms, None, 0)
    for group in problem.groups:
        terms = tuple((column, 1) for name in dict.fromkeys(group.members) for column in mine[name])
        yield Row(Limit(Kind.GROUP, group.name), terms, group.least, group.most)
    yield from _by_period(problem, columns)
    yield from _shares(problem, columns)


def _by_period(problem: Problem, columns: tuple[tuple[int, int], ...]) -> Iterator[Row]:
    asked: dict[tuple[str | None, int], list[tuple[int, int]]] = defaultdict(list)
    for number, (place, start) in enumerate(columns):
        candidate = problem.candidates[place]
        for name, amounts in ((None, candidate.cost), *candidate.roles.items()):
            for offset, amount in enumerate(amounts):
                if amount:
                    asked[name, start + offset].append((number, _whole(amount)))
    for period, most in enumerate(problem.budget):
        if most is not None:
            yield _row(Limit(Kind.BUDGET, "", period), asked[None, period], _whole(most))
    if problem.total_budget is not None:
        terms = [(number, _whole(problem.candidates[place].all_cost)) for number, (place, _) in enumerate(columns)]
        yield _row(Limit(Kind.TOTAL_BUDGET), terms, _whole(problem.total_budget))
    for role, capacity in problem.capacity.items():
        for period, most in enumerate(capacity):
            if most is not None:
                yield _row(Limit(Kind.CAPACITY, role, period), asked[role, period], _whole(most))


def _shares(problem: Problem, columns: tuple[tuple[int, int], ...]) -> Iterator[Row]:
    """cost in the bucket >= least * all cost, as sum((in - least) * cost) >= 0; and the same for the most."""
    for name, bucket in problem.buckets.items():
        if bucket.least > 0:
            yield _row(Limit(Kind.LEAST_SHARE, name), _beside(problem, columns, name, bucket.least, -1), 0)
        if bucket.most < 1:
            yield _row(Limit(Kind.MOST_SHARE, name), _beside(problem, columns, name, bucket.most, 1), 0)


def _beside(
    problem: Problem, columns: tuple[tuple[int, int], ...], name: str, share: Decimal, sign: int
) -> list[tuple[int, int]]:
    terms = []
    for number, (place, _) in enumerate(columns):
        candidate: Candidate = problem.candidates[place]
        part = (SCALE if candidate.bucket == name else 0) - _whole(share)
        terms.append((number, sign * part * _whole(candidate.all_cost)))
    return terms


def _row(limit: Limit, terms: Iterable[tuple[int, int]], most: int) -> Row:
    """Divided by what its coefficients have in common: solvers are quicker with small numbers."""
    kept = tuple((column, each) for column, each in terms if each)
    common = gcd(*(each for _, each in kept)) or 1
    return Row(limit, tuple((column, each // common) for column, each in kept), None, most // common)


def _whole(amount: Decimal) -> int:
    return int(amount * SCALE)
