"""Words from a file cannot command a terminal."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plumbline.cli.plain import plain
from plumbline.cli.terminal import styled

COMMANDING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def test_an_escape_sequence_is_written_out() -> None:
    assert plain("\x1b[2J") == r"\x1b[2J"


def test_the_eight_bit_form_is_written_out_too() -> None:
    assert plain("\x9b2J") == r"\x9b2J"


def test_text_cannot_be_reordered() -> None:
    assert plain("\u202egpj.exe") == r"\u202egpj.exe"


def test_a_line_break_becomes_a_space() -> None:
    assert plain("two\nlines\tand a tab") == "two lines and a tab"


def test_letters_of_any_script_stay() -> None:
    name = "Прокладка кабеля · 敷设电缆 · می‌خواهم · Überführung"
    assert plain(name) == name


def test_markup_is_shown_and_not_obeyed() -> None:
    text = styled("[bold red]Signals[/bold red]")
    assert text.plain == "[bold red]Signals[/bold red]"
    assert text.spans == []


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_nothing_commanding_is_left_of_any_text(text: str) -> None:
    assert not COMMANDING.search(plain(text))
    plain(text).encode("utf-8")
