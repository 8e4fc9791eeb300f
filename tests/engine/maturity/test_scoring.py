"""A level is reached when it and all below it are met; the whole is as mature as its lowest perspective."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.maturity.small_model import answered, small_model
from plumbline.engine.maturity import (
    Answer,
    Attribute,
    Level,
    Perspective,
    level_of,
    levels,
    missing,
    model_from,
    overall,
)
from plumbline.engine.maturity import next_steps as steps_of

MODEL = small_model()
RISK = MODEL.perspective("risk")
KEYS = [each.key for each in MODEL.attributes()]
ANSWERS = st.fixed_dictionaries({each: st.sampled_from([None, *Answer]) for each in KEYS})


@pytest.mark.parametrize(
    ("given_answers", "level"),
    [
        ("", 0),
        ("m-", 0),
        ("mp", 0),
        ("mm", 1),
        ("mm mn", 1),
        ("mm mm", 2),
        ("mm pm mm mm mm", 1),
        ("nm mm mm mm mm", 0),
        ("mm mm mm m- mm", 3),
        ("mm mm mm mm mp", 4),
        ("mm mm mm mm mm", 5),
    ],
)
def test_the_level_is_the_highest_without_a_gap_below(given_answers: str, level: int) -> None:
    assert level_of(RISK, answered("risk", given_answers)) == level


def test_what_is_missing_is_what_the_next_level_asks_and_is_not_met() -> None:
    answers = answered("risk", "mm mp nn")
    assert [each.key for each in missing(RISK, answers)] == ["risk-2b"]
    assert missing(RISK, answered("risk", "mm mm mm mm mm")) == ()


def test_next_steps_are_those_of_the_lowest_perspectives() -> None:
    answers = answered("risk", "mm mm mn") | answered("money", "mm mp")
    assert levels(MODEL, answers) == {"risk": 2, "money": 1}
    assert [each.key for each in steps_of(MODEL, answers)] == ["money-2b"]


@given(ANSWERS)
def test_the_whole_is_as_mature_as_its_lowest_perspective(answers: dict[str, Answer | None]) -> None:
    found = levels(MODEL, answers)
    assert overall(found) == min(found.values())
    assert all(overall(found) <= each <= 5 for each in found.values())


@given(ANSWERS, st.sampled_from(KEYS))
def test_that_more_is_met_never_lowers_a_level(answers: dict[str, Answer | None], key: str) -> None:
    before, after = levels(MODEL, answers), levels(MODEL, answers | {key: Answer.MET})
    assert all(after[each] >= before[each] for each in before)
    assert overall(after) >= overall(before)


@given(ANSWERS)
def test_to_do_what_is_missing_raises_the_level(answers: dict[str, Answer | None]) -> None:
    for each in MODEL.perspectives:
        done = {attribute.key: Answer.MET for attribute in missing(each, answers)}
        before = level_of(each, answers)
        assert level_of(each, answers | done) >= min(before + 1, 5)


def test_a_model_says_what_is_wrong_with_it() -> None:
    one = [Attribute(f"a{level}", "So", "a", level) for level in range(1, 5)]
    with pytest.raises(ValueError, match="no attribute at level 5"):
        Perspective("a", "A", "So?", tuple(one))
    with pytest.raises(ValueError, match="needs a perspective"):
        model_from("1", [], [])
    whole = Perspective("a", "A", "So?", (*one, Attribute("a5", "So", "a", 5)))
    five = tuple(Level(each, "So", "So.") for each in range(1, 6))
    with pytest.raises(ValueError, match="used twice: a"):
        type(MODEL)("1", five, (whole, whole))
    with pytest.raises(ValueError, match="levels 1 to 5"):
        type(MODEL)("1", five[:4], (whole,))
