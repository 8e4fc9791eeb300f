"""How far apart people are, against tables that were worked out by hand."""

from __future__ import annotations

from itertools import combinations
from statistics import mean, pstdev, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.competence import FEWEST, Spread, moved, overall, spread_of

MANY = st.lists(st.integers(0, 5), min_size=FEWEST, max_size=30)


def spread(*levels: int) -> Spread:
    found = spread_of(levels)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("levels", "difference", "deviation", "widest", "low", "high"),
    [
        ((3, 3, 3, 3, 3), 0, 0, 0, 3, 3),
        ((1, 2, 3, 4, 5), 2, 2**0.5, 4, 2, 4),
        ((1, 3, 3, 3, 3), 0.8, 0.8, 2, 3, 3),
        ((1, 1, 1, 4, 4, 4), 1.8, 1.5, 3, 1, 4),
        ((0, 5, 5, 5, 5, 5), 5 / 3, (125 / 36) ** 0.5, 5, 5, 5),
    ],
)
def test_figures_of_a_table(
    levels: tuple[int, ...], difference: float, deviation: float, widest: int, low: float, high: float
) -> None:
    """1, 1, 1, 4, 4, 4: nine of fifteen pairs are three apart, 27 / 15; and so on."""
    found = spread(*levels)
    assert found.difference == pytest.approx(difference)
    assert found.deviation == pytest.approx(deviation)
    assert (found.range, found.low, found.high, found.interquartile) == (widest, low, high, high - low)


@pytest.mark.parametrize("count", range(FEWEST))
def test_of_fewer_than_five_nothing_is_told(count: int) -> None:
    assert spread_of([3] * count) is None


@given(MANY)
def test_they_agree_with_the_definitions(levels: list[int]) -> None:
    found = spread(*levels)
    assert found.difference == pytest.approx(mean(abs(a - b) for a, b in combinations(levels, 2)))
    assert found.deviation == pytest.approx(pstdev(levels))
    low, _, high = quantiles(levels, n=4, method="inclusive")
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@given(MANY, st.randoms())
def test_who_has_which_level_does_not_matter(levels: list[int], chance: object) -> None:
    mixed = list(levels)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert spread(*mixed) == spread(*levels)


@given(MANY)
def test_to_bring_the_lowest_up_by_one_never_widens_it(levels: list[int]) -> None:
    ordered = sorted(levels)
    if ordered[0] < ordered[1]:
        nearer = [ordered[0] + 1, *ordered[1:]]
        assert spread(*nearer).difference <= spread(*levels).difference


def test_before_and_after_are_of_the_same_people() -> None:
    before = {key: {"time": level, "risk": 3} for key, level in zip("abcde", (1, 2, 3, 4, 5), strict=True)}
    after = {key: {"time": 4} for key in "abcdef"}
    assert {name: (was.difference, now.difference) for name, (was, now) in moved(before, after).items()} == {
        "time": (2, 0)
    }
    del after["a"]
    assert moved(before, after) == {}


def test_several_competencies_make_one_figure_without_those_that_have_none() -> None:
    assert overall([spread(1, 2, 3, 4, 5), spread(3, 3, 3, 3, 3), None]) == 1
    assert overall([None]) is None
