"""Choosing from 500 candidates with dependencies over 12 periods and 8 roles, beside taking the densest that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from bench.candidates import portfolio
from bench.side_by_side import Measurement
from plumbline.engine.optimisation.selection import Choice, Effort, Problem, broken_limits, choose, usage_of

COUNT, SECONDS, GAP = 500, 30.0, 0.01


def measurements() -> Iterator[Measurement]:
    for tightness in (0.3, 0.45, 0.7):
        problem = portfolio(COUNT, tightness=tightness)
        found: list[Choice] = []
        solve = partial(_solve, problem, found)
        what = f"{COUNT} candidates, {tightness:.0%} of what is asked"
        yield Measurement(
            f"{what}: until within 1 %", "taking the densest that fit", solve, partial(_densest, problem), 1
        )
        bound = float(found[-1].bound or 0)
        value = float(found[-1].value or 0)
        yield Measurement(
            f"{what}: distance from the bound",
            "taking the densest that fit",
            lambda value=value: value,  # type: ignore[misc]
            partial(_densest, problem),
            1,
            "%",
            partial(_distance, bound),
        )


def _solve(problem: Problem, found: list[Choice]) -> None:
    found.append(choose(problem, Effort(SECONDS, GAP)))


def _densest(problem: Problem) -> float:
    """What a spreadsheet does: by value for cost, each at its earliest start, if it and whom it needs still fit."""
    starts: dict[str, int] = {}
    by_name = problem.by_name
    for each in sorted(problem.candidates, key=lambda each: -each.value / (each.all_cost or 1)):
        added, wanted = dict(starts), [each.name]
        while wanted:
            name = wanted.pop()
            if name not in added:
                added[name] = by_name[name].earliest
                wanted += by_name[name].needs
        if not broken_limits(problem, added):
            starts = added
    return float(usage_of(problem, starts).value)


def _distance(bound: float, work: Callable[[], object]) -> float:
    value = work()
    assert isinstance(value, float)
    return 100 * (bound / value - 1)
