"""Columns on paper and on slides: figures stay whole, words share what is left."""

from __future__ import annotations

import pytest

from plumbline.office.reporting.render.column_widths import column_widths

HEADS = ("Project", "Budget (EUR)", "What is said")
KINDS = ("text", "money", "text")


def test_the_columns_fill_the_room_exactly() -> None:
    found = column_widths(HEADS, KINDS, [("Tram", "1,900,000", "It goes well")], 120, 2)
    assert sum(found) == pytest.approx(120)


def test_a_figure_is_not_pressed_by_a_long_text_beside_it() -> None:
    found = column_widths(HEADS, KINDS, [("Tram", "29,100,000", "word " * 200)], 60, 2)
    assert found[1] >= len("29,100,000") + 2


def test_the_longer_text_gets_more_room() -> None:
    found = column_widths(HEADS, KINDS, [("Tram", "1", "It goes well, and so it has done for a year")], 120, 2)
    assert found[2] > found[0]


def test_a_word_longer_than_a_column_does_not_take_the_room_of_all() -> None:
    found = column_widths(HEADS, KINDS, [("Tram", "29,100,000", "x" * 500)], 60, 2)
    assert found[1] >= len("29,100,000") + 2


def test_a_room_too_small_is_shared_in_proportion() -> None:
    found = column_widths(HEADS, KINDS, [("Tram", "29,100,000", "words")], 12, 2)
    assert sum(found) == pytest.approx(12)
    assert min(found) > 0
