"""A condition sees one record and answers yes or no; what could cost too much or is no condition is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plumbline.engine.expression import MAX_LENGTH, ExpressionFailed, InvalidExpression, expression

FACTS = {
    "activity": {
        "name": "Review of the design",
        "duration_days": 12.5,
        "responsible": "",
        "total_float_days": None,
        "resources": ["Crane", "Ada"],
        "finish": datetime(2026, 3, 2, 17, tzinfo=UTC),
    }
}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("activity.duration_days <= 10.0", False),
        ('activity.name.contains("Review") && activity.duration_days > 5.0', True),
        ('activity.responsible != ""', False),
        ("activity.total_float_days == null || activity.total_float_days > 0.0", True),
        ('activity.resources.exists(each, each == "Crane")', True),
        ("size(activity.resources) == 2", True),
        ('activity.finish < timestamp("2026-06-30T00:00:00Z")', True),
        ('activity.name.matches("^Review")', True),
    ],
)
def test_a_condition_is_answered(text: str, answer: bool):
    assert expression(text).holds(FACTS) is answer


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("activity.total_float_days > 0.0", "No such overload"),
        ("activity.colour == 1", "there is no fact 'colour'"),
        ("activity.duration_days", "it answers '12.5', not yes or no"),
        ("1 / 0 == 1", "division by zero"),
        ("9223372036854775807 + 1 > 0", "overflow"),
        ('activity.name.matches("(")', "regex"),
        ('system("ls") == 1', "system"),
    ],
)
def test_what_cannot_be_answered_says_why(text: str, message: str):
    with pytest.raises(ExpressionFailed, match=message.replace("(", r"\(")):
        expression(text).holds(FACTS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("activity.duration_days <", "no condition"),
        ("", "no condition"),
        ("import os", "no condition"),
        ("x" * (MAX_LENGTH + 1), "401 characters; 400 are allowed"),
        ('activity.name.matches("a{1000}")', "braces"),
        ("true // really", "comments"),
        ("[1].all(a, [1].all(b, true))", "one list only"),
        ("[1] . all (a, [1].\nexists(b, true))", "one list only"),
        ("(" * 190 + "true" + ")" * 190, "no condition"),
    ],
)
def test_what_is_no_condition_or_could_cost_too_much_is_refused(text: str, message: str):
    with pytest.raises(InvalidExpression, match=message):
        expression(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" + ",".join("1" * 150) + "].all(each, each > 0)",
        '"' + "a" * 100 + '".matches("(a*)*(a*)*(a*)*b")',
        "+".join(['"aaaaaaaaaaaa"'] * 25) + ' == ""',
        "!" * 390 + "true",
    ],
)
def test_the_worst_that_is_allowed_takes_no_time(text: str):
    condition = expression(text)
    begun = process_time()
    for _ in range(100):
        condition.holds(FACTS)
    assert process_time() - begun < 2


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_is_answered_refused_or_fails(text: str):
    with suppress(InvalidExpression, ExpressionFailed):
        assert expression(text).holds(FACTS) in (True, False)
