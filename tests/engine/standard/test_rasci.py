"""Exactly one is accountable, somebody is responsible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.standard.rasci import Part, flaw_in, parts_of


def test_a_cell_may_hold_several_letters_or_none():
    assert parts_of("A/S") == (Part.ACCOUNTABLE, Part.SUPPORTS)
    assert parts_of("S / C") == (Part.SUPPORTS, Part.CONSULTED)
    assert parts_of("-") == ()


@pytest.mark.parametrize("cell", ["", "X", "RA", "R//A", "a", "R-"])
def test_other_letters_are_refused(cell: str):
    with pytest.raises(ValueError, match="is none of the letters R, A, S, C, I"):
        parts_of(cell)


def test_one_may_be_accountable_and_responsible():
    assert flaw_in({"manager": "A/R", "team": "-"}) == ""


def test_two_who_are_accountable_are_named():
    assert "here there are 2 (sponsor, manager)" in flaw_in({"sponsor": "A", "manager": "A/R"})


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["R", "A", "S", "C", "I", "A/R", "S/C", "-"])))
def test_a_row_is_sound_exactly_when_one_a_and_an_r_are_in_it(row: dict[str, str]):
    letters = "/".join(row.values()).split("/")
    assert (flaw_in(row) == "") == (letters.count("A") == 1 and "R" in letters)
