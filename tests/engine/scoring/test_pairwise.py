"""Weights by comparisons two by two, with the example of FACTS 10 as oracle."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.scoring import pairwise_weights

NAMES = ("value", "fit", "risk")
JUDGED = {("value", "fit"): 3.0, ("value", "risk"): 5.0, ("fit", "risk"): 2.0}


def test_the_example_gives_weights_and_consistency_to_four_places() -> None:
    found = pairwise_weights(NAMES, JUDGED)
    assert [round(each, 4) for each in found.weights.values()] == [0.6483, 0.2297, 0.1220]
    assert (round(found.eigenvalue, 4), round(found.index, 4), round(found.ratio, 4)) == (3.0037, 0.0018, 0.0032)
    assert found.is_consistent


def test_judgements_in_a_circle_are_inconsistent_and_the_worst_is_named() -> None:
    found = pairwise_weights(NAMES, {("value", "fit"): 9, ("fit", "risk"): 9, ("risk", "value"): 9})
    assert not found.is_consistent
    odd = pairwise_weights(
        ("a", "b", "c", "d"),
        {("a", "b"): 2, ("b", "c"): 2, ("c", "d"): 2, ("a", "c"): 4, ("b", "d"): 4, ("a", "d"): 1 / 8},
    )
    assert odd.doubt is not None
    assert (odd.doubt.first, odd.doubt.second) == ("a", "d")


def test_the_order_in_which_a_pair_is_named_does_not_matter() -> None:
    turned = {(second, first): 1 / how for (first, second), how in JUDGED.items()}
    assert pairwise_weights(NAMES, turned).weights == pytest.approx(pairwise_weights(NAMES, JUDGED).weights)


@pytest.mark.parametrize(
    ("names", "judged", "said"),
    [
        (NAMES, {("value", "fit"): 3.0}, "yet to be compared"),
        (NAMES, {**JUDGED, ("fit", "value"): 1.0}, "compared twice"),
        (NAMES, {**JUDGED, ("fit", "risk"): 10.0}, "between 1/9 and 9"),
        (NAMES, {**JUDGED, ("fit", "cost"): 2.0}, "not two of the criteria"),
        (tuple("abcdefghijk"), {}, "between 1 and 10"),
    ],
)
def test_what_makes_no_sense_is_refused(
    names: tuple[str, ...], judged: dict[tuple[str, str], float], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        pairwise_weights(names, judged)


@given(st.lists(st.floats(1, 3), min_size=1, max_size=10))
def test_consistent_judgements_give_back_the_weights_they_came_from(true: list[float]) -> None:
    names = [str(number) for number in range(len(true))]
    judged = {(str(i), str(j)): true[i] / true[j] for i, j in combinations(range(len(true)), 2)}
    found = pairwise_weights(names, judged)
    assert list(found.weights.values()) == pytest.approx([each / sum(true) for each in true])
    assert found.ratio == pytest.approx(0, abs=1e-9)
    assert found.doubt is None or found.doubt.given == pytest.approx(found.doubt.implied, rel=1e-4)
