"""What is accepted, what is left, and the range of days on which all will be."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.burn_up import FURTHEST, LEAST, Iteration, burn_up, forecast

FIRST = date(2026, 9, 4)


def iterations(*accepted: float, scope: float | list[float] = 100.0, days: int = 14) -> list[Iteration]:
    scopes = scope if isinstance(scope, list) else [scope] * len(accepted)
    return [Iteration(FIRST + timedelta(days=days * at), scopes[at], points) for at, points in enumerate(accepted)]


def test_accepted_points_add_up_and_the_rest_is_what_is_left_of_the_scope() -> None:
    found = burn_up(iterations(8, 0, 12))
    assert found.accepted == (8, 8, 20)
    assert found.remaining == 80
    assert found.days == 14


def test_nothing_recorded_is_nothing_known() -> None:
    assert burn_up([]).remaining == 0
    assert forecast(burn_up([])) is None


@pytest.mark.parametrize("count", range(LEAST))
def test_under_four_iterations_nothing_is_forecast(count: int) -> None:
    assert forecast(burn_up(iterations(*[10.0] * count))) is None


@given(pace=st.integers(1, 30), left=st.integers(1, 300))
def test_an_even_pace_has_one_answer_for_every_chance(pace: int, left: int) -> None:
    found = forecast(burn_up(iterations(*[float(pace)] * LEAST, scope=float(LEAST * pace + left))))
    needed = ceil(left / pace)
    assert found is not None
    assert set(found.iterations.values()) == {needed if needed <= FURTHEST else None}
    if needed <= FURTHEST:
        last = FIRST + timedelta(days=14 * (LEAST - 1))
        assert set(found.days.values()) == {last + timedelta(days=14 * needed)}


def test_two_paces_by_turns_give_the_range_of_a_coin() -> None:
    """10 or 20 points with the same chance, 20 to go: two iterations always do; one does for half of the runs."""
    found = forecast(burn_up(iterations(10, 20, 10, 20, scope=80)))
    assert found is not None
    assert (found.iterations[80], found.iterations[90]) == (2, 2)
    assert found.iterations[50] in (1, 2)
    assert found.basis == 4


def test_scope_that_grows_as_fast_as_it_is_accepted_is_never_done() -> None:
    found = forecast(burn_up(iterations(0, 10, 10, 10, 10, scope=[100, 110, 120, 130, 140])))
    assert found is not None
    assert found.never == 1.0
    assert set(found.days.values()) == {None}


def test_what_is_done_needs_no_more() -> None:
    found = forecast(burn_up(iterations(25, 25, 25, 25)))
    assert found is not None
    assert set(found.iterations.values()) == {0}
    assert set(found.days.values()) == {FIRST + timedelta(days=42)}


@given(st.lists(st.floats(0, 40), min_size=4, max_size=20), st.floats(1, 400))
def test_a_better_chance_is_never_sooner_and_the_same_seed_says_the_same(accepted: list[float], left: float) -> None:
    found = burn_up(iterations(*accepted, scope=sum(accepted) + left))
    once, again = forecast(found, seed=7), forecast(found, seed=7)
    assert once == again
    assert once is not None
    counted = [FURTHEST + 1 if each is None else each for each in once.iterations.values()]
    assert counted == sorted(counted)
    assert 0 <= once.never <= 1


def test_what_was_kept_counts_only_iterations_that_had_a_plan() -> None:
    three = [
        Iteration(FIRST + timedelta(days=14 * at), 100, points, plan)
        for at, (points, plan) in enumerate([(8, 10), (30, None), (12, 10)])
    ]
    assert burn_up(three).kept == 1.0
    assert burn_up(iterations(5, 5)).kept is None


@pytest.mark.parametrize("days", [0, -14])
def test_iterations_come_one_after_another(days: int) -> None:
    with pytest.raises(ValueError, match="after the one before"):
        burn_up(iterations(1, 2, days=days))


def test_points_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        Iteration(FIRST, 10, -1)
