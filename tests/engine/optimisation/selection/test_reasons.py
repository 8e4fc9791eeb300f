"""Each candidate is told why it is in or out, and each limit what it costs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from engine.optimisation.selection.cases import example, problems
from plumbline.engine.optimisation.selection import (
    Candidate,
    Kind,
    Limit,
    Problem,
    Proof,
    binding_limits,
    broken_limits,
    choose,
    families,
    frontier,
    in_conflict,
    reasons,
)
from plumbline.engine.stopping import Stopped


def test_a_candidate_left_out_is_told_what_would_have_to_give() -> None:
    by_name = {each.name: each for each in reasons(example(), choose(example()), asked=())}
    assert by_name["P1"].lacks == ((Limit(Kind.GROUP, "one of P1 and P2"), 1), (Limit(Kind.BUDGET, "", 0), 60))
    assert by_name["P4"].lacks == ((Limit(Kind.BUDGET, "", 0), 30),)
    assert by_name["P5"].needed_by == ("P3",)


def test_the_other_way_round_is_the_best_choice_with_it_or_without_it() -> None:
    by_name = {each.name: each.other for each in reasons(example(), choose(example()))}
    with_p1, without_p3 = by_name["P1"], by_name["P3"]
    assert with_p1 is not None
    assert without_p3 is not None
    assert (with_p1.lost, with_p1.is_proven, with_p1.leaves) == (10, True, ("P2", "P3"))
    assert (without_p3.lost, set(without_p3.enters)) == (10, {"P1", "P4"})


def test_one_that_is_worth_nothing_is_left_out_although_it_fits() -> None:
    problem = replace(example(), candidates=(*example().candidates, Candidate("P6", Decimal(-1))))
    assert next(each for each in reasons(problem, choose(problem), asked=()) if each.name == "P6").is_not_worth_it


def test_what_a_limit_costs_is_found_without_it() -> None:
    found = {each.limit: each for each in binding_limits(example(), choose(example()))}
    assert found[Limit(Kind.BUDGET)].gain == 240 - 175
    assert set(found[Limit(Kind.BUDGET)].enters) == {"P1", "P4"}
    assert Limit(Kind.GROUP, "one of P1 and P2") in found


def test_limits_that_cannot_be_kept_together_are_named_and_no_other() -> None:
    one, *others = example().candidates
    problem = replace(example(budget=50), candidates=(replace(one, must=True), *others))
    assert choose(problem).proof is Proof.INFEASIBLE
    assert in_conflict(problem) == [Limit(Kind.MUST, "P1"), Limit(Kind.BUDGET)]


@settings(max_examples=25, deadline=None)
@given(problem=problems())
def test_what_stands_in_the_way_is_all_that_does_and_no_more(problem: Problem) -> None:
    choice = choose(problem)
    if choice.value is None:
        conflict = set(in_conflict(problem))
        others = frozenset(families(problem)) - conflict
        assert choose(problem, without=others).proof is Proof.INFEASIBLE
        assert all(choose(problem, without=others | {each}).value is not None for each in conflict)
        return
    for each in reasons(problem, choice, asked=()):
        if not each.is_in:
            ways = [broken_limits(problem, {**choice.starts, each.name: at}) for at in (0, 1)]
            assert list(each.lacks) in ways


def test_the_frontier_of_the_example_rises_and_ends_with_all_that_the_rules_allow() -> None:
    points = frontier(example(), points=11)
    values = [each.choice.value for each in points]
    assert values == sorted(values)  # type: ignore[type-var]
    assert [each.budget for each in points] == [20 * number for number in range(1, 12)]
    assert values[-1] == 100 + 75 + 45 + 20
    assert all(each.cost is not None and each.cost <= each.budget for each in points)


def test_without_a_budget_the_frontier_goes_up_to_what_all_cost() -> None:
    points = frontier(replace(example(), budget=()), points=4)
    assert [each.budget for each in points] == [50, 100, 150, 200]


def test_the_frontier_says_how_far_it_is_and_stops_when_it_is_told_to() -> None:
    told: list[tuple[int, int]] = []

    def until_three(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 3

    with pytest.raises(Stopped):
        frontier(example(), going_on=until_three, points=10)
    assert told[-1] == (3, 10)
