"""Answers are judged by their meaning; those about plans by the engine itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.course.small_courses import with_courses
from plumbline.engine.course import judge, load_with_courses, right_answer
from plumbline.engine.course.judge import Answer, shown_order

STANDARD, CURRICULUM = load_with_courses(with_courses())
QUESTIONS = CURRICULUM.courses["links"].lessons[0].questions


def points(name: str, answer: Answer) -> float:
    return judge(QUESTIONS[name], answer, STANDARD).points


@pytest.mark.parametrize(
    ("name", "answer", "expected"),
    [
        ("what_it_means", [0], 1),
        ("what_it_means", [1], 0),
        ("what_it_means", [0, 1], 0),
        ("what_it_means", [], 0),
        ("what_it_means", [99], 0),
        ("which_hold", [0, 1], 1),
        ("which_hold", [0], 0.5),
        ("which_hold", [0, 1, 2], 0.5),
        ("which_hold", [2], 0),
        ("in_order", [0, 1, 2, 3], 1),
        ("in_order", [0, 2, 1, 3], pytest.approx(4 / 6)),
        ("in_order", [3, 2, 1, 0], 0),
        ("in_order", [0, 1, 2], 0),
        ("how_many", "12", 1),
        ("how_many", "12,5 days", 1),
        ("how_many", "12.6", 0),
        ("how_many", "twelve", 0),
        ("how_many", "nan", 0),
        ("find_it", ["A30"], 1),
        ("find_it", ["A30", "A20"], 0),
        ("find_it", ["A20"], 0),
        ("mend_it", {"A40": {"predecessors": "A20;A30"}}, 1),
        ("mend_it", {"A40": {"predecessors": "A20, A30FS+2d"}}, 1),
        ("mend_it", {"A20": {"predecessors": "A30"}}, 1),
        ("mend_it", {"A20": {"predecessors": "A30"}, "A30": {"predecessors": "A20"}}, 0.5),
        ("mend_it", {"A40": {"predecessors": "A99"}}, 0),
        ("mend_it", {}, 0),
        ("mend_it", {"A40": 5}, 0),
        ("mend_it", {"A40": {"predecessors": 5}}, 0),
        ("mend_it", {"A30": {"name": "Gone"}}, 0),
    ],
)
def test_points(name: str, answer: Any, expected: float) -> None:
    assert points(name, answer) == expected


def test_what_is_said_to_be_right_is_right() -> None:
    for question in QUESTIONS.values():
        assert judge(question, right_answer(question, STANDARD), STANDARD).is_right


def test_another_right_way_to_mend_counts_as_much_as_the_authors() -> None:
    """Nobody wrote this answer down: the rule itself says that it holds."""
    assert points("mend_it", {"A20": {"predecessors": "A10;A30"}}) == 1


def test_what_was_wrong_is_said() -> None:
    assert judge(QUESTIONS["what_it_means"], [1], STANDARD).said == ("Progress says that.",)
    assert "A20: nothing is wrong" in judge(QUESTIONS["find_it"], ["A20"], STANDARD).said[0]
    assert judge(QUESTIONS["mend_it"], {"A40": {"predecessors": "A99"}}, STANDARD).said


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=20),
                    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
                    max_leaves=12))  # fmt: skip
def test_no_answer_whatever_breaks_the_judge(answer: Any) -> None:
    for question in QUESTIONS.values():
        assert 0 <= judge(question, answer, STANDARD).points <= 1


@given(st.integers(3, 7), st.text(max_size=10))
def test_what_is_shown_is_all_of_it_in_another_order(count: int, seed: str) -> None:
    assert sorted(shown_order(count, seed)) == list(range(count))
    assert shown_order(count, seed) == shown_order(count, seed)
