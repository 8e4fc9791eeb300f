"""The example of FACTS 10, and small problems of all kinds with the best choice by trying everything."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import product

from hypothesis import strategies as st

from plumbline.engine.optimisation.selection import Bucket, Candidate, Group, Problem, broken_limits, usage_of

EXAMPLE = (("P1", 60, 100), ("P2", 50, 80), ("P3", 40, 75), ("P4", 30, 45), ("P5", 20, 20))


def example(*, rules: bool = True, budget: int = 110) -> Problem:
    candidates = tuple(
        Candidate(name, Decimal(value), (Decimal(cost),), needs=("P5",) if rules and name == "P3" else ())
        for name, cost, value in EXAMPLE
    )
    groups = (Group("one of P1 and P2", ("P1", "P2"), 0, 1),) if rules else ()
    return Problem(candidates, 1, (Decimal(budget),), groups=groups)


def best_value(problem: Problem) -> Decimal | None:
    """By trying every start of every candidate."""
    names = [each.name for each in problem.candidates]
    ways = [[None, *problem.starts(each)] for each in problem.candidates]
    best: Decimal | None = None
    for way in product(*ways):
        starts: Mapping[str, int] = {name: at for name, at in zip(names, way, strict=True) if at is not None}
        if not broken_limits(problem, starts):
            value = usage_of(problem, starts).value
            best = value if best is None or value > best else best
    return best


_AMOUNT = st.integers(0, 40).map(lambda each: Decimal(each) / 4)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    names = [f"C{number}" for number in range(draw(st.integers(1, 6)))]
    candidates = tuple(_candidate(draw, name, names) for name in names)
    limit = st.none() | st.integers(0, 20).map(Decimal)
    groups = tuple(
        Group(f"group {number}", tuple(draw(st.sets(st.sampled_from(names), min_size=1))), *draw(_COUNTS))
        for number in range(draw(st.integers(0, 2)))
    )
    share = st.sampled_from([Decimal(each) / 10 for each in range(11)])
    ends = sorted([draw(share), draw(share)])
    return Problem(
        candidates,
        3,
        tuple(draw(st.lists(limit, min_size=3, max_size=3))),
        draw(st.none() | st.integers(0, 40).map(Decimal)),
        {"tester": tuple(draw(st.lists(limit, min_size=3, max_size=3)))},
        groups,
        {"run": Bucket(*ends), "grow": Bucket()} if draw(st.booleans()) else {},
    )


_COUNTS = st.sampled_from([(0, 1), (1, None), (0, 2), (1, 1)])


def _candidate(draw: st.DrawFn, name: str, names: list[str]) -> Candidate:
    cost = tuple(draw(st.lists(_AMOUNT, max_size=2)))
    return Candidate(
        name,
        draw(st.integers(-5, 30).map(Decimal)),
        cost,
        {"tester": tuple(draw(st.lists(_AMOUNT, max_size=2)))},
        tuple(draw(st.sets(st.sampled_from(names), max_size=1))),
        draw(st.sampled_from(["run", "grow"])),
        draw(st.integers(0, 7)) == 0,
        0,
        draw(st.integers(0, 1)),
        draw(st.integers(0, 2).map(Decimal)),
    )
