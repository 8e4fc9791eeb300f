"""What may be chosen, and within which limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

MOST_CANDIDATES = 2_000
MOST_PERIODS = 60
MOST_AMOUNT = Decimal(10) ** 12
DECIMALS = 4


def is_amount(number: Decimal) -> bool:
    """At most 10^12 either way and four decimal places, so that all is counted exactly in whole numbers."""
    if not number.is_finite() or abs(number) > MOST_AMOUNT:
        return False
    return number == round(number, DECIMALS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be chosen. ``cost`` and ``roles`` count by period from its own start.

    It starts between the periods ``earliest`` and ``latest`` (from 0), and each period of waiting takes
    ``loss_per_period`` from its ``value``. Whom it ``needs`` is chosen with it.
    """

    name: str
    value: Decimal
    cost: tuple[Decimal, ...] = ()
    roles: Mapping[str, tuple[Decimal, ...]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    bucket: str = ""
    must: bool = False
    earliest: int = 0
    latest: int = 0
    loss_per_period: Decimal = Decimal(0)

    @property
    def span(self) -> int:
        return max(1, len(self.cost), *map(len, self.roles.values()))

    @property
    def all_cost(self) -> Decimal:
        return sum(self.cost, Decimal(0))

    def worth(self, start: int) -> Decimal:
        return self.value - self.loss_per_period * (start - self.earliest)

    def amounts(self) -> Iterator[Decimal]:
        """All but its value: none of them is below zero."""
        yield from (self.loss_per_period, *self.cost)
        for each in self.roles.values():
            yield from each


@dataclass(frozen=True, slots=True)
class Group:
    """At least ``least`` and at most ``most`` of ``members``: an exclusion is at most one, a mandatory set all."""

    name: str
    members: tuple[str, ...]
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Bucket:
    """The share of the chosen cost that goes into it, from 0 to 1."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Problem:
    """``budget`` and ``capacity`` count by period; what is ``None`` or left out has no limit.

    Raises ``ValueError`` with a sentence that names the place, for anything that makes no sense.
    """

    candidates: tuple[Candidate, ...]
    periods: int = 1
    budget: tuple[Decimal | None, ...] = ()
    total_budget: Decimal | None = None
    capacity: Mapping[str, tuple[Decimal | None, ...]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    buckets: Mapping[str, Bucket] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sentence in _faults(self):
            raise ValueError(sentence)

    @property
    def by_name(self) -> dict[str, Candidate]:
        return {each.name: each for each in self.candidates}

    def starts(self, candidate: Candidate) -> range:
        """A start from which it would reach beyond the last period is not offered."""
        return range(candidate.earliest, min(candidate.latest, self.periods - candidate.span) + 1)


def _faults(problem: Problem) -> Iterator[str]:
    names = {each.name for each in problem.candidates}
    if not 1 <= problem.periods <= MOST_PERIODS:
        yield f"there are between 1 and {MOST_PERIODS} periods"
    if len(problem.candidates) > MOST_CANDIDATES:
        yield f"there are {len(problem.candidates):,} candidates; at most {MOST_CANDIDATES:,} can be chosen from"
    counted = Counter(each.name for each in problem.candidates)
    yield from (f"there are two candidates {name!r}" for name, count in counted.items() if count > 1)
    for each in problem.candidates:
        yield from _faults_of(each, problem, names)
    yield from _faults_of_limits(problem, names)


def _faults_of(candidate: Candidate, problem: Problem, names: set[str]) -> Iterator[str]:
    of = f"candidate {candidate.name!r}"
    if not all(map(is_amount, (candidate.value, *candidate.amounts()))):
        yield f"{of}: amounts are at most {MOST_AMOUNT:,} and have at most {DECIMALS} decimal places"
    if any(each < 0 for each in candidate.amounts()):
        yield f"{of}: costs, roles and the loss by waiting are not below zero"
    if not 0 <= candidate.earliest <= candidate.latest:
        yield f"{of}: its latest start is not before its earliest"
    if candidate.earliest + candidate.span > problem.periods:
        yield f"{of}: it reaches beyond the last period ({candidate.span} periods from {candidate.earliest + 1} on)"
    for each in candidate.needs:
        if each not in names:
            yield f"{of} needs {each!r}, which is not a candidate"
    if candidate.bucket and problem.buckets and candidate.bucket not in problem.buckets:
        yield f"{of} lies in the bucket {candidate.bucket!r}, which is not one of {', '.join(problem.buckets)}"


def _faults_of_limits(problem: Problem, names: set[str]) -> Iterator[str]:
    for what, by_period in (
        ("the budget", problem.budget),
        *((f"the capacity of {k!r}", v) for k, v in problem.capacity.items()),
    ):
        if by_period and len(by_period) != problem.periods:
            yield f"{what} has {len(by_period)} periods, not {problem.periods}"
        if any(each is not None and (each < 0 or not is_amount(each)) for each in by_period):
            yield f"{what} is between 0 and {MOST_AMOUNT:,} with at most {DECIMALS} decimal places"
    if problem.total_budget is not None and (problem.total_budget < 0 or not is_amount(problem.total_budget)):
        yield f"the budget is between 0 and {MOST_AMOUNT:,} with at most {DECIMALS} decimal places"
    for group in problem.groups:
        for each in group.members:
            if each not in names:
                yield f"{group.name}: {each!r} is not a candidate"
        if group.least < 0 or (group.most is not None and group.most < group.least):
            yield f"{group.name}: the least is not above the most"
    for name, bucket in problem.buckets.items():
        if not (0 <= bucket.least <= bucket.most <= 1 and is_amount(bucket.least) and is_amount(bucket.most)):
            yield f"bucket {name!r}: shares lie between 0 and 1, the least not above the most"
