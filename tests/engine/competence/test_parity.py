"""How far apart people are and what of it is shown, against the tables of docs/methods/parity.md, worked by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.competence import (
    FEWEST,
    NARROWEST,
    Known,
    Shown,
    Spread,
    apart_words,
    before_and_after,
    below_words,
    is_told,
    mean_words,
    overall,
    shown,
    spread_of,
)

MANY = st.lists(st.integers(0, 5), min_size=FEWEST, max_size=30)
JANUARY, MARCH = date(2026, 1, 31), date(2026, 3, 31)


def spread(*levels: int) -> Spread:
    found = spread_of(levels)
    assert found is not None
    return found


def known(levels: dict[int, int], said_on: date = JANUARY) -> Known:
    return Known(levels, dict.fromkeys(levels, said_on))


@pytest.mark.parametrize(
    ("levels", "average", "difference"),
    [
        ((3, 3, 3, 3, 3), Fraction(3), Fraction(0)),
        ((1, 2, 3, 4, 5), Fraction(3), Fraction(2)),
        ((1, 3, 3, 3, 3), Fraction(13, 5), Fraction(4, 5)),
        ((1, 1, 1, 4, 4, 4), Fraction(5, 2), Fraction(9, 5)),
        ((0, 5, 5, 5, 5, 5), Fraction(25, 6), Fraction(5, 3)),
        ((1, 1, 2, 2, 3, 3, 4, 4), Fraction(5, 2), Fraction(10, 7)),
        ((2, 3, 3, 3, 3, 3, 4, 4), Fraction(25, 8), Fraction(19, 28)),
    ],
)
def test_figures_of_a_table(levels: tuple[int, ...], average: Fraction, difference: Fraction) -> None:
    """1, 1, 1, 4, 4, 4: nine of fifteen pairs are three apart, 27 / 15; and so on."""
    assert spread(*levels) == Spread(len(levels), average, difference)


@pytest.mark.parametrize(
    ("levels", "required", "told"),
    [
        ((3, 3, 3, 3, 3), 3, Shown(5, 3.0, 0.5, 1)),
        ((2, 3, 3, 3, 3), 3, Shown(5, 3.0, 0.5, 1)),
        ((0, 0, 0, 0, 0), 3, Shown(5, 0.5, 0.5, 4)),
        ((5, 5, 5, 5, 5), 3, Shown(5, 4.5, 0.5, 1)),
        ((1, 2, 3, 4, 5), 3, Shown(5, 3.0, 2.0, 2)),
        ((1, 1, 2, 2, 3, 3, 4, 4), 3, Shown(8, 2.5, 1.4, 4)),
        ((2, 3, 3, 3, 3, 3, 4, 4), 3, Shown(8, 3.0, 0.7, 1)),
    ],
)
def test_what_is_shown_of_a_table(levels: tuple[int, ...], required: int, told: Shown) -> None:
    """All at 3, and four of five at 3, are told alike."""
    assert shown(levels, required) == told


@pytest.mark.parametrize("count", range(FEWEST))
def test_of_fewer_than_five_nothing_is_told(count: int) -> None:
    assert spread_of([3] * count) is None
    assert shown([3] * count, 3) is None
    assert not is_told(known(dict.fromkeys(range(count), 3)), None)


@given(MANY)
def test_it_agrees_with_the_definition(levels: list[int]) -> None:
    assert spread(*levels).difference == mean(Fraction(abs(a - b)) for a, b in combinations(levels, 2))


@given(MANY, st.integers(1, 5))
def test_what_is_shown_fits_several_sets_of_levels(levels: list[int], required: int) -> None:
    """That all are at one level, and that nobody or everybody is below, is never told."""
    told = shown(levels, required)
    assert told is not None
    assert told.difference >= NARROWEST
    assert 0 < told.below < len(levels)
    assert 0.5 <= told.mean <= 4.5
    assert told.mean * 2 == int(told.mean * 2)


@given(MANY)
def test_to_bring_the_lowest_up_by_one_never_widens_it(levels: list[int]) -> None:
    ordered = sorted(levels)
    if ordered[0] < ordered[1]:
        nearer = [ordered[0] + 1, *ordered[1:]]
        assert spread(*nearer).difference <= spread(*levels).difference


def test_the_next_figure_waits_until_five_were_assessed_anew() -> None:
    eight = dict.fromkeys(range(8), 3)
    for anew, told in ((0, False), (1, False), (4, False), (5, True), (8, True)):
        said = {person: MARCH if person < anew else JANUARY for person in eight}
        assert is_told(Known(eight, said), JANUARY) is told
    assert is_told(known(eight), None)


def test_before_and_after_are_of_the_same_people() -> None:
    before = known(dict(enumerate((1, 1, 2, 2, 3, 3, 4, 4))))
    after = known(dict(enumerate((2, 3, 3, 3, 3, 3, 4, 4))))
    assert before_and_after(before, after, told=8) == (1.4, 0.7)


@pytest.mark.parametrize(("left", "came", "is_shown"), [(0, 0, True), (1, 0, False), (0, 1, False), (4, 4, False),
                                                     (5, 0, True), (0, 5, True), (5, 5, True)])  # fmt: skip
def test_where_a_few_came_or_went_before_and_after_are_held_back(left: int, came: int, is_shown: bool) -> None:
    stay = dict.fromkeys(range(6), 3)
    before = known(stay | {100 + each: 1 for each in range(left)})
    after = known(stay | {200 + each: 5 for each in range(came)})
    assert (before_and_after(before, after, told=6 + left) is not None) is is_shown


def test_too_few_who_stay_are_not_compared() -> None:
    before, after = known(dict.fromkeys(range(5), 3)), known(dict.fromkeys(range(1, 10), 3))
    assert before_and_after(before, after, told=9) is None


def test_several_competencies_make_one_figure() -> None:
    assert overall([2.0, 0.5]) == 1.25
    assert overall([]) is None


def test_ends_are_said_to_be_ends() -> None:
    assert [apart_words(each) for each in (None, 0.5, 0.6)] == ["–", "0.5 or less", "0.6"]
    assert [mean_words(each) for each in (0.5, 2.5, 4.5)] == ["0.5 or less", "2.5", "4.5 or more"]
    assert [below_words(each, 8) for each in (1, 4, 7)] == ["1 or none of 8", "4 of 8", "7 or all of 8"]
