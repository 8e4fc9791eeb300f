"""What is asked beside what there is, and what hangs on one person."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.capacity import Limits, Load, Need, excess, loads, single_points, summed, utilisation


def test_a_cell_at_a_limit_is_not_beyond_it() -> None:
    free = np.array([100, 100, 100, 100, 100, 100, 100])
    asked = np.array([0, 79, 80, 100, 101, 120, 121])
    assert loads(free, asked).tolist() == [
        Load.NOTHING, Load.FREE, Load.FULL, Load.FULL, Load.OVER, Load.OVER, Load.FAR_OVER,
    ]  # fmt: skip


def test_who_is_away_is_away_and_work_asked_then_is_far_over() -> None:
    assert loads(np.array([0, 0]), np.array([0, 1])).tolist() == [Load.AWAY, Load.FAR_OVER]


def test_limits_are_the_owners() -> None:
    assert loads(np.array([100]), np.array([60]), Limits(full=50, over=55, far_over=70)).tolist() == [Load.OVER]


def test_utilisation_is_exact_and_unknown_without_capacity() -> None:
    assert utilisation(np.array([100, 50]), np.array([50, 0])) == Fraction(1, 3)
    assert utilisation(np.array([0]), np.array([50])) is None


def test_rows_are_summed_by_group() -> None:
    rows = np.array([[1, 2], [3, 4], [5, 6]])
    assert summed(rows, {"crew": [0, 2], "none": [], "all": [0, 1, 2]}).tolist() == [[6, 8], [0, 0], [9, 12]]
    assert summed(rows, {}).shape == (0, 2)


cells = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 9000)), min_size=1, max_size=20)


@given(cells)
def test_excess_is_never_negative_and_lies_where_the_load_says_over(pairs: list[tuple[int, int]]) -> None:
    free, asked = (np.array(each) for each in zip(*pairs, strict=True))
    beyond = excess(free, asked)
    assert (beyond >= 0).all()
    assert ((beyond > 0) == np.isin(loads(free, asked), (Load.OVER, Load.FAR_OVER))).all()


def test_the_only_welder_of_two_projects_is_a_single_point_and_one_of_two_painters_is_not() -> None:
    holders = {"welder": frozenset({"tove"}), "painter": frozenset({"tove", "wim"})}
    found = single_points(holders, [Need("C-1", "tove", 60), Need("C-2", "tove", 30)], {})
    assert [(each.ability, each.holder, each.projects, each.minutes) for each in found] == [
        ("welder", "tove", ("C-1", "C-2"), 90)
    ]


def test_one_project_is_enough_where_the_work_is_critical() -> None:
    holders = {"welder": frozenset({"tove"})}
    assert single_points(holders, [Need("C-1", "tove", 60)], {}) == []
    (point,) = single_points(holders, [Need("C-1", "tove", 60, critical=20)], {})
    assert point.critical_in == ("C-1",)


def test_what_is_asked_of_a_role_counts_for_its_only_holder() -> None:
    holders = {"welder": frozenset({"tove"})}
    (point,) = single_points(holders, [Need("C-1", "tove", 60)], {"welder": {"C-2": 30, "C-3": 0}})
    assert (point.projects, point.minutes) == (("C-1", "C-2"), 90)


def test_what_nobody_can_do_comes_first_among_equals_and_has_no_holder() -> None:
    (point,) = single_points({"diver": frozenset()}, [], {"diver": {"C-1": 30}})
    assert (point.holder, point.projects) == (None, ("C-1",))
    assert single_points({"diver": frozenset()}, [], {}) == []
