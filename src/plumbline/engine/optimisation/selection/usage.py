"""What a choice takes of each limit, from the candidates' own figures: nothing is shared with the solvers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plumbline.engine.optimisation.selection.problem import Candidate, Problem
from plumbline.engine.optimisation.selection.rows import Kind, Limit


@dataclass(frozen=True, slots=True)
class Usage:
    """``cost`` by period, ``roles`` by role and period, ``buckets`` by name: all in the user's own units."""

    cost: tuple[Decimal, ...]
    roles: Mapping[str, tuple[Decimal, ...]]
    buckets: Mapping[str, Decimal]
    value: Decimal

    @property
    def all_cost(self) -> Decimal:
        return sum(self.cost, Decimal(0))


def usage_of(problem: Problem, starts: Mapping[str, int]) -> Usage:
    """What the candidates in ``starts`` take and are worth, each from its period on (counted from 0)."""
    cost = [Decimal(0)] * problem.periods
    roles: dict[str, list[Decimal]] = {name: [Decimal(0)] * problem.periods for name in problem.capacity}
    buckets: dict[str, Decimal] = defaultdict(Decimal, dict.fromkeys(problem.buckets, Decimal(0)))
    value = Decimal(0)
    for candidate in problem.candidates:
        start = starts.get(candidate.name)
        if start is None:
            continue
        value += candidate.worth(start)
        buckets[candidate.bucket] += candidate.all_cost
        for offset, amount in enumerate(candidate.cost):
            cost[start + offset] += amount
        for role, amounts in candidate.roles.items():
            by_period = roles.setdefault(role, [Decimal(0)] * problem.periods)
            for offset, amount in enumerate(amounts):
                by_period[start + offset] += amount
    return Usage(tuple(cost), {name: tuple(each) for name, each in roles.items()}, dict(buckets), value)


def broken_limits(problem: Problem, starts: Mapping[str, int]) -> list[tuple[Limit, Decimal]]:
    """Each limit that the choice does not keep, with how much it lacks. Empty for a choice that keeps all."""
    found = list(_broken(problem, starts))
    for each in problem.candidates:
        if each.name in starts and starts[each.name] not in problem.starts(each):
            found.append((Limit(Kind.ONCE, each.name), Decimal(1)))
    return found


def _broken(problem: Problem, starts: Mapping[str, int]) -> Iterator[tuple[Limit, Decimal]]:
    used = usage_of(problem, starts)
    yield from _broken_rules(problem, starts)
    yield from _broken_amounts(problem, used)
    for name, bucket in problem.buckets.items():
        share = used.buckets[name]
        if share < bucket.least * used.all_cost:
            yield Limit(Kind.LEAST_SHARE, name), bucket.least * used.all_cost - share
        if share > bucket.most * used.all_cost:
            yield Limit(Kind.MOST_SHARE, name), share - bucket.most * used.all_cost


def _broken_rules(problem: Problem, starts: Mapping[str, int]) -> Iterator[tuple[Limit, Decimal]]:
    for each in problem.candidates:
        if each.must and each.name not in starts:
            yield Limit(Kind.MUST, each.name), Decimal(1)
        if each.name in starts:
            yield from ((Limit(Kind.NEEDS, each.name, None, o), Decimal(1)) for o in each.needs if o not in starts)
    for group in problem.groups:
        count = sum(name in starts for name in set(group.members))
        lacks = max(group.least - count, count - group.most if group.most is not None else 0)
        if lacks > 0:
            yield Limit(Kind.GROUP, group.name), Decimal(lacks)


def _broken_amounts(problem: Problem, used: Usage) -> Iterator[tuple[Limit, Decimal]]:
    for limits, by_period, limit in (
        (problem.budget, used.cost, Limit(Kind.BUDGET)),
        *((each, used.roles[role], Limit(Kind.CAPACITY, role)) for role, each in problem.capacity.items()),
    ):
        for period, most in enumerate(limits):
            if most is not None and by_period[period] > most:
                yield Limit(limit.kind, limit.name, period), by_period[period] - most
    if problem.total_budget is not None and used.all_cost > problem.total_budget:
        yield Limit(Kind.TOTAL_BUDGET), used.all_cost - problem.total_budget


def fits(problem: Problem, candidate: Candidate, starts: Mapping[str, int]) -> dict[int, list[tuple[Limit, Decimal]]]:
    """For each start of a candidate that is not chosen: what it would break beside the others."""
    return {start: broken_limits(problem, {**starts, candidate.name: start}) for start in problem.starts(candidate)}
