"""What is shown of answers gives nobody away, whatever is subtracted from what."""

from __future__ import annotations

from itertools import combinations, combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.disclosure import LEAST, atoms, coarse_mean, coarse_words, differ_by_few, publishable

PEOPLE = st.frozensets(st.integers(min_value=1, max_value=24), max_size=24)
GROUPS = st.dictionaries(st.sampled_from("abcdef"), PEOPLE, max_size=5)


def people(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


def counts(values: tuple[int, ...]) -> list[int]:
    return [values.count(each) for each in range(1, 6)]


@pytest.mark.parametrize("size", range(LEAST))
def test_a_group_of_fewer_than_five_is_not_shown(size: int) -> None:
    assert publishable({"team": people(*range(size))}) == ()


def test_five_are_shown() -> None:
    assert publishable({"team": people(1, 2, 3, 4, 5)}) == ("team",)


def test_a_unit_is_left_out_where_taking_the_team_from_it_leaves_four() -> None:
    team = people(*range(6))
    assert publishable({"team": team, "unit": team | people(*range(10, 14))}) == ("team",)
    assert publishable({"team": team, "unit": team | people(*range(10, 15))}) == ("team", "unit")


def test_two_teams_that_share_one_person_are_not_both_shown() -> None:
    assert publishable({"a": people(*range(8)), "b": people(*range(7, 15))}) == ("a",)


def test_groups_with_the_same_people_are_shown_together() -> None:
    same = people(*range(6))
    assert publishable({"a": same, "b": same}) == ("a", "b")


def test_atoms_are_counted_by_where_people_are() -> None:
    assert atoms([people(1, 2), people(2, 3, 4)]) == {(True, False): 1, (True, True): 1, (False, True): 2}


@given(GROUPS)
def test_no_union_overlap_or_difference_of_shown_groups_holds_one_to_four(groups: dict[str, frozenset[int]]) -> None:
    shown = [groups[name] for name in publishable(groups)]
    everybody = frozenset[int]().union(*shown)
    cells = [
        frozenset.intersection(
            everybody, *(each if inside else everybody - each for each, inside in zip(shown, how, strict=True))
        )
        for how in product((True, False), repeat=len(shown))
    ]
    filled = [each for each in cells if each][:8]
    for many in range(1, len(filled) + 1):
        for chosen in combinations(filled, many):
            assert len(frozenset[int]().union(*chosen)) >= LEAST


@given(GROUPS)
def test_what_is_left_out_is_left_out_because_it_would_give_somebody_away(groups: dict[str, frozenset[int]]) -> None:
    shown = publishable(groups)
    for name in groups.keys() - set(shown):
        before = [groups[each] for each in shown if list(groups).index(each) < list(groups).index(name)]
        held = atoms([*before, groups[name]])
        assert not groups[name] or min(held.values()) < LEAST


@pytest.mark.parametrize(
    ("given_counts", "mean"),
    [
        ((0, 0, 5, 0, 0), 3.0),
        ((0, 3, 3, 0, 0), 2.5),  # 2.5
        ((1, 1, 1, 1, 1), 3.0),
        ((0, 0, 3, 1, 0), None),
        ((5, 0, 0, 0, 0), 1.5),  # 1.0, and everybody would know it of everybody
        ((0, 0, 0, 0, 9), 4.5),
        ((0, 0, 2, 6, 0), 4.0),  # 3.75 is up
        ((0, 0, 3, 7, 0), 3.5),  # 3.7
    ],
)
def test_means_by_hand(given_counts: tuple[int, ...], mean: float | None) -> None:
    assert coarse_mean(given_counts) == mean


def test_the_ends_are_said_to_be_ends() -> None:
    assert [coarse_words(each) for each in (1.5, 3.0, 4.5)] == ["1.5 or less", "3.0", "4.5 or more"]


@pytest.mark.parametrize("wrong", [(1, 2, 3, 4), (1, 2, 3, 4, -1)])
def test_counts_that_are_none_are_refused(wrong: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="Five counts"):
        coarse_mean(wrong)


@pytest.mark.parametrize("size", range(LEAST, 10))
def test_whatever_mean_is_shown_nobody_has_surely_answered_this_or_that(size: int) -> None:
    """Not even where all answered alike: each mean fits answers of which one and the same person gave any of three."""
    fits: dict[float | None, set[int]] = {}
    for values in combinations_with_replacement(range(1, 6), size):
        fits.setdefault(coarse_mean(counts(values)), set()).update(values)
    assert min(len(answers) for answers in fits.values()) >= 3


def test_a_team_that_one_person_left_is_not_shown_beside_itself() -> None:
    """Two rounds are two groups as well, since most answer as they did before."""
    before = people(*range(9))
    assert publishable({"before": before, "after": before - {3}}) == ("before",)
    assert publishable({"before": before, "after": before}) == ("before", "after")


@pytest.mark.parametrize(
    ("before", "now", "few"),
    [
        (range(9), range(9), False),
        (range(9), range(8), True),
        (range(8), range(9), True),
        (range(9), range(4, 13), True),
        (range(9), range(5), True),
        (range(10), range(5), False),
        (range(5), range(5, 10), False),
        (range(9), range(8, 17), False),
    ],
)
def test_two_groups_differ_by_few_where_one_to_four_are_in_one_of_them(before: range, now: range, few: bool) -> None:
    assert differ_by_few(people(*before), people(*now)) is few


@given(PEOPLE, PEOPLE)
def test_whether_two_groups_differ_by_few_does_not_hang_on_which_was_first(
    one: frozenset[int], other: frozenset[int]
) -> None:
    assert differ_by_few(one, other) is differ_by_few(other, one)
