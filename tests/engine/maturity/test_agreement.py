"""What several people agree on, and how far they are apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.maturity.small_model import WORDS
from plumbline.engine.maturity import Answer, agreed, majority, spread

GIVEN = st.lists(st.sampled_from([None, *Answer]), max_size=9)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("m", "m"),
        ("mmp", "m"),
        ("mp", "p"),
        ("mn", "n"),
        ("mmnn", "n"),
        ("mmpn", "p"),
        ("mmm-nn", "m"),
        ("mpn", "p"),
        ("---m", "m"),
        ("---", "-"),
        ("", "-"),
    ],
)
def test_the_majority_is_what_more_than_half_gave_or_exceeded(answers: str, expected: str) -> None:
    assert majority(WORDS[each] for each in answers) == WORDS[expected]


def test_what_was_agreed_on_together_goes_before_the_majority() -> None:
    assert agreed([Answer.MET, Answer.MET], Answer.PARTLY) == Answer.PARTLY
    assert agreed([Answer.MET, Answer.MET]) == Answer.MET


def test_the_spread_counts_and_says_how_far_apart_they_are() -> None:
    found = spread([Answer.MET, Answer.MET, Answer.NOT_MET, None])
    assert (found.met, found.partly, found.not_met, found.answers, found.apart) == (2, 0, 1, 3, 2)
    assert found.agreement == pytest.approx(2 / 3)
    assert spread([Answer.MET]).agreement is None
    assert spread([]).apart == 0


@given(GIVEN, st.integers(0, 8))
def test_a_raised_answer_never_lowers_what_is_agreed(answers: list[Answer | None], place: int) -> None:
    answered = [each for each in answers if each is not None]
    if not answered:
        return
    raised = list(answered)
    raised[place % len(raised)] = Answer.MET
    before, after = majority(answered), majority(raised)
    assert before is not None
    assert after is not None
    assert after.rank >= before.rank


@given(GIVEN)
def test_who_does_not_answer_does_not_count(answers: list[Answer | None]) -> None:
    assert majority([*answers, None]) == majority(answers)
    assert spread([*answers, None]) == spread(answers)


@given(GIVEN)
def test_agreement_is_whole_just_where_nobody_is_apart(answers: list[Answer | None]) -> None:
    found = spread(answers)
    if found.agreement is not None:
        assert 1 / 3 <= found.agreement <= 1
        assert (found.agreement == 1) == (found.apart == 0)
