"""A large choice that is not proven yet is made better part by part, and keeps all limits."""

from __future__ import annotations

from hypothesis import given, settings

from bench.candidates import portfolio
from engine.optimisation.selection.cases import problems
from plumbline.engine.optimisation.selection import Effort, Problem, Proof, broken_limits, choose
from plumbline.engine.optimisation.selection.greedy import densest
from plumbline.engine.optimisation.selection.neighbourhoods import LARGE, solve_in_parts
from plumbline.engine.optimisation.selection.rows import rows_of


def test_parts_make_a_choice_better_and_never_worse_than_what_it_begins_with() -> None:
    problem = portfolio(260, tightness=0.3)
    rows = rows_of(problem)
    assert len(rows.columns) >= LARGE
    begin = densest(rows)
    found = solve_in_parts(rows, Effort(1.5), hint=begin)
    assert found.proof is Proof.FEASIBLE
    assert 0 < sum(rows.worths[each] for each in begin) < found.worth <= found.bound


@settings(max_examples=40, deadline=None)
@given(problem=problems())
def test_the_first_choice_keeps_all_limits_or_is_empty(problem: Problem) -> None:
    rows = rows_of(problem)
    starts = {problem.candidates[rows.columns[each][0]].name: rows.columns[each][1] for each in densest(rows)}
    assert not starts or not broken_limits(problem, starts)


def test_a_large_choice_keeps_all_limits() -> None:
    problem = portfolio(260, tightness=0.7)
    found = choose(problem, Effort(1.5, 0.05))
    assert found.value is not None
    assert not broken_limits(problem, found.starts)
