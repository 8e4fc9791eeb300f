"""Two texts are compared line by line, and within a line word by word."""

from __future__ import annotations

from plumbline.office.artefacts.differences import MOST_LINES, Change, Piece, differences


def test_words_are_told_apart_within_a_line() -> None:
    assert differences("It opens in May.", "It opens in June.") == [
        Change(
            "changed",
            [Piece("same", "It opens in "), Piece("removed", "May"), Piece("added", "June"), Piece("same", ".")],
        )
    ]


def test_lines_come_and_go_and_the_rest_is_only_counted() -> None:
    assert differences("a\nb\nc", "b\nc\nd") == [
        Change("removed", [Piece("removed", "a")]),
        Change("same", [], 2),
        Change("added", [Piece("added", "d")]),
    ]


def test_the_same_text_has_no_changes() -> None:
    assert differences("a\nb", "a\nb") == [Change("same", [], 2)]


def test_texts_that_are_too_long_are_not_compared() -> None:
    assert differences("a\n" * (MOST_LINES + 1), "a") is None
