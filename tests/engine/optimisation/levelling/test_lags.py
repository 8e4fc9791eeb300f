"""Networks with minimal and maximal lags: solved with proof, or said to be impossible."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plumbline.engine.optimisation.levelling import Proof
from plumbline.engine.optimisation.levelling.lag_instances import read_lag_instance
from plumbline.engine.optimisation.levelling.lags import (
    Lag,
    LagProblem,
    Verdict,
    check_lags,
    contradiction_in,
    solve_lags,
)
from plumbline.engine.readers import UnreadableSchedule

PROOF = Proof(effort=20.0)


def problem(durations: tuple[int, ...], lags: list[tuple[int, int, int]], capacity: int = 1) -> LagProblem:
    return LagProblem(durations, tuple(Lag(*each) for each in lags), tuple((1,) for _ in durations), (capacity,))


def test_a_maximal_lag_holds_two_activities_together() -> None:
    answer = solve_lags(problem((2, 2, 3), [(0, 1, 2), (1, 0, -2)]), PROOF)
    assert answer.verdict is Verdict.OPTIMAL
    assert answer.makespan == 7
    assert answer.starts[1] == answer.starts[0] + 2


def test_a_ring_of_lags_that_adds_up_to_more_than_nothing_is_named() -> None:
    answer = solve_lags(problem((1, 1), [(0, 1, 3), (1, 0, -2)]), PROOF)
    assert answer.verdict is Verdict.INFEASIBLE
    assert answer.why == "The lags of the ring 0 - 1 - 0 add up to more than 0." or "1 - 0 - 1" in answer.why


def test_lags_that_need_two_where_there_is_one_are_impossible_without_a_ring() -> None:
    both = problem((2, 2), [(0, 1, 0), (1, 0, 0)])
    assert contradiction_in(both) == ""
    assert solve_lags(both, PROOF).verdict is Verdict.INFEASIBLE


def test_who_asks_for_more_than_there_is_is_named() -> None:
    greedy = LagProblem((1,), (), ((3,),), (2,))
    assert solve_lags(greedy, PROOF).why == "Activity 0 needs 3 of resource 1, and there are 2."


@st.composite
def small_problems(draw: st.DrawFn) -> LagProblem:
    count = draw(st.integers(2, 4))
    lags = draw(
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.integers(-3, 3)), max_size=5)
    )
    durations = tuple(draw(st.integers(1, 2)) for _ in range(count))
    return problem(durations, [each for each in lags if each[0] != each[1]], draw(st.integers(1, 2)))


@settings(max_examples=40, deadline=None)
@given(small_problems())
def test_it_is_as_good_as_trying_everything(asked: LagProblem) -> None:
    answer = solve_lags(asked, PROOF)
    ends = [
        max(start + duration for start, duration in zip(starts, asked.durations, strict=True))
        for starts in product(range(9), repeat=len(asked.durations))
        if not check_lags(asked, starts)
    ]
    assert answer.makespan == min(ends, default=None)
    assert answer.verdict is (Verdict.OPTIMAL if ends else Verdict.INFEASIBLE)
    assert not answer.starts or check_lags(asked, answer.starts) == []


GOOD = "1 1 0 0\n0 1 1 1 [0]\n1 1 1 2 [-4]\n2 1 0\n0 1 0 0\n1 1 3 2\n2 1 0 0\n5\n"


def test_an_instance_is_read_with_its_two_ends() -> None:
    assert read_lag_instance(GOOD.encode()) == LagProblem(
        (0, 3, 0), (Lag(0, 1, 0), Lag(1, 2, -4)), ((0,), (2,), (0,)), (5,)
    )


@pytest.mark.parametrize(
    "text",
    ["", "x", "1 1 0 0\n", GOOD[:40], GOOD.replace("[-4]", "[4e9]"), GOOD.replace("1 1 1 2", "1 1 1 9"), "9" * 9],
)
def test_what_is_no_instance_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(UnreadableSchedule, match="line"):
        read_lag_instance(text.encode())
