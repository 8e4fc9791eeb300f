"""How text becomes words, and how near words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.office.search.words import MOST_WORDS, asked, distance, excerpt, folded, marked

WORDS = st.text("abcd", max_size=8)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quay crossing", "quay crossing"),
        ("  QUAY-1:  Überführung, Straße_2 ", "quay 1 uberfuhrung strasse 2"),
        ("“* OR NEAR(a b)", "or near a b"),
        ("", ""),
    ],
)
def test_words_are_small_plain_and_apart(text: str, words: str) -> None:
    assert folded(text) == words


def test_a_query_has_each_word_once_and_not_too_many() -> None:
    assert asked("Quay quay QUAY crossing") == ["quay", "crossing"]
    assert len(asked(" ".join(f"word{number}" for number in range(50)))) == MOST_WORDS


def test_words_that_begin_so_are_marked() -> None:
    pieces = marked("The Überführung at the quay", ["uber", "qu"])
    assert [each.text for each in pieces if each.hit] == ["Überführung", "quay"]
    assert "".join(each.text for each in pieces) == "The Überführung at the quay"


def test_an_excerpt_is_around_the_first_hit() -> None:
    text = "Long before. " * 60 + "Here the quay settles. " + "Long after. " * 60
    shown = "".join(each.text for each in excerpt(text, ["quay"]))
    assert "the quay settles" in shown
    assert len(shown) < 200


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("quay", "quay", 0), ("quay", "qauy", 1), ("quay", "quays", 1), ("quay", "bay", 2), ("crossing", "crosing", 1)],
)
def test_how_far_words_are_apart(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 2) == apart


@given(WORDS, WORDS, st.integers(0, 3))
def test_distance_is_the_same_both_ways_and_never_beyond_its_bound(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == distance(other, one, most) <= most + 1
    assert (distance(one, other, most) == 0) == (one == other)
