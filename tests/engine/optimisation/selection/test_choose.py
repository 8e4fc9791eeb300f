"""The best choice is the best there is, with OR-tools and without."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from engine.optimisation.selection.cases import best_value, example, problems
from plumbline.engine.optimisation.selection import (
    Bucket,
    Candidate,
    Effort,
    Problem,
    Proof,
    SolverMissing,
    broken_limits,
    choose,
)
from plumbline.engine.stopping import Stopped

BOTH = pytest.mark.parametrize("use_solver", [True, False], ids=["OR-tools", "trying"])


@BOTH
def test_the_example_with_its_rules_is_worth_175(use_solver: bool) -> None:
    found = choose(example(), use_solver=use_solver)
    assert (set(found.starts), found.value, found.proof, found.gap) == ({"P2", "P3", "P5"}, 175, Proof.OPTIMAL, 0.0)


@BOTH
def test_the_example_without_rules_is_worth_180(use_solver: bool) -> None:
    found = choose(example(rules=False), use_solver=use_solver)
    assert (set(found.starts), found.value) == ({"P1", "P2"}, 180)


@BOTH
def test_the_next_best_of_the_example_is_worth_165(use_solver: bool) -> None:
    found = choose(example(), forced={"P3": False, "P1": True}, use_solver=use_solver)
    assert (set(found.starts), found.value) == ({"P1", "P4", "P5"}, 165)


@BOTH
@settings(max_examples=40, deadline=None)
@given(problem=problems())
def test_it_is_as_good_as_the_best_of_all_ways(use_solver: bool, problem: Problem) -> None:
    best, found = best_value(problem), choose(problem, use_solver=use_solver)
    assert found.value == best
    assert found.proof is (Proof.INFEASIBLE if best is None else Proof.OPTIMAL)
    assert best is None or not broken_limits(problem, found.starts)


@BOTH
def test_one_starts_later_where_there_is_no_room_at_once(use_solver: bool) -> None:
    two = tuple(
        Candidate(name, Decimal(10), (Decimal(5),), latest=1, loss_per_period=Decimal(loss))
        for name, loss in (("A", 1), ("B", 2))
    )
    found = choose(Problem(two, 2, (Decimal(5), Decimal(5))), use_solver=use_solver)
    assert (found.starts, found.value) == ({"A": 1, "B": 0}, 19)


@BOTH
def test_a_bucket_keeps_its_share_of_what_is_spent(use_solver: bool) -> None:
    candidates = tuple(
        Candidate(name, Decimal(value), (Decimal(10),), bucket=bucket)
        for name, value, bucket in (("A", 9, "run"), ("B", 8, "run"), ("C", 1, "grow"))
    )
    problem = Problem(candidates, 1, (Decimal(20),), buckets={"run": Bucket(), "grow": Bucket(Decimal("0.5"))})
    assert set(choose(problem, use_solver=use_solver).starts) == {"A", "C"}


def test_many_candidates_without_the_solver_are_told_what_to_install() -> None:
    many = tuple(Candidate(str(number), Decimal(1)) for number in range(25))
    with pytest.raises(SolverMissing, match=r"Install it with: pip install 'plumbline\[optimise\]'"):
        choose(Problem(many), use_solver=False)


@BOTH
def test_it_stops_when_it_is_told_to(use_solver: bool) -> None:
    with pytest.raises(Stopped):
        choose(hard(90 if use_solver else 24), Effort(60), lambda _done, _total: False, use_solver=use_solver)


def test_an_unproven_choice_says_how_far_it_may_be_from_the_best() -> None:
    found = choose(hard(90), Effort(0.5))
    assert found.proof is Proof.FEASIBLE
    assert found.value is not None
    assert found.bound is not None
    assert 0 < (found.gap or 0) == pytest.approx(float(found.bound / found.value - 1))


def hard(count: int) -> Problem:
    """Many small numbers that hardly differ, under many limits: no solver is quick with it."""
    candidates = tuple(
        Candidate(
            str(number),
            Decimal(1000 + number * 37 % 101),
            tuple(Decimal(100 + (number * 31 + period * 17) * 13 % 97) for period in range(12)),
        )
        for number in range(count)
    )
    return Problem(candidates, 12, tuple(Decimal(60 * count + 7 * period) for period in range(12)))


def test_amounts_that_cannot_be_added_exactly_are_refused() -> None:
    many = tuple(
        Candidate(name, Decimal(1), (Decimal(10**12) - Decimal(number) / 10_000, *[Decimal(10**12)] * 59))
        for number, name in enumerate("ABCDE")
    )
    with pytest.raises(ValueError, match="thousands or millions"):
        choose(Problem(many, 60, total_budget=Decimal(10**12)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"needs": ("Z",)}, "needs 'Z', which is not a candidate"),
        ({"cost": (Decimal(1),) * 2}, "reaches beyond the last period"),
        ({"cost": (Decimal("0.00001"),)}, "at most 4 decimal places"),
        ({"cost": (Decimal(-1),)}, "not below zero"),
        ({"earliest": 1}, "not before its earliest"),
        ({"name": "P2"}, "two candidates 'P2'"),
    ],
)
def test_a_candidate_that_makes_no_sense_is_named(changes: dict[str, object], said: str) -> None:
    one, *others = example().candidates
    with pytest.raises(ValueError, match=said):
        Problem((replace(one, **changes), *others))  # type: ignore[arg-type]
