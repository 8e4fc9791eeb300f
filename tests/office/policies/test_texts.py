"""Two texts side by side: what was added, removed and changed, by line and by word."""

from __future__ import annotations

from plumbline.office.policies.texts import Piece, compared

LINES = [f"Line {number}." for number in range(20)]


def shown(before: str, after: str) -> list[str]:
    return [
        f"{row.kind}: " + "".join(f"{each.sign}{each.text}" for each in row.pieces) for row in compared(before, after)
    ]


def test_a_line_more_is_added_and_a_line_less_removed() -> None:
    assert shown("One.", "One.\nTwo.") == ["same: One.", "added: +Two."]
    assert shown("One.\nTwo.", "One.") == ["same: One.", "removed: -Two."]


def test_within_a_line_the_words_that_changed_are_marked() -> None:
    (row,) = compared("Ten days from the page on.", "Five days from the page on.")
    assert row.pieces == (Piece("-", "Ten"), Piece("+", "Five"), Piece("", " days from the page on."))


def test_lines_with_little_in_common_are_one_removed_and_one_added() -> None:
    assert shown("Nobody runs on the quay.", "Lamps are lit.") == [
        "removed: -Nobody runs on the quay.",
        "added: +Lamps are lit.",
    ]


def test_far_from_a_change_equal_lines_are_only_counted() -> None:
    rows = compared("\n".join(LINES), "\n".join([*LINES[:10], "New.", *LINES[10:]]))
    assert [row.kind for row in rows] == ["left out", "same", "same", "added", "same", "same", "left out"]
    assert rows[0].count == rows[-1].count == 8


def test_the_same_text_and_one_with_more_empty_lines_have_no_difference() -> None:
    assert compared("One.\nTwo.", "One.\n\nTwo.") == []
