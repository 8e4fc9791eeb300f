"""Item analysis against figures worked out by hand."""

from __future__ import annotations

import pytest

from plumbline.engine.course.items import items


def test_difficulty_is_the_mean_and_discrimination_the_correlation_with_the_rest() -> None:
    """Ten sittings of three questions; q1 goes with the rest exactly, q2 against it."""
    able = {"q1": 1.0, "q2": 0.0, "q3": 1.0}
    others = {"q1": 0.0, "q2": 1.0, "q3": 0.0}
    found = items([able] * 5 + [others] * 5)
    assert found["q1"].answers == 10
    assert found["q1"].difficulty == 0.5
    assert found["q1"].discrimination is None  # the rest, q2 and q3, is 0.5 for everybody
    assert found["q2"].discrimination == pytest.approx(-1)
    assert "do worse here" in found["q2"].remark


def test_a_known_correlation() -> None:
    """Points (1, 1, 0, 0, ...) beside the rest (1, 0, 1, 0, ...) are unrelated; beside themselves they are one."""
    rows = [{"a": x, "b": y} for x, y in ((1, 1), (1, 0), (0, 1), (0, 0)) for _ in range(3)]
    found = items(rows)
    assert found["a"].discrimination == pytest.approx(0)
    assert items([{"a": x, "b": x} for x in (1.0, 0.0) * 5])["a"].discrimination == pytest.approx(1)


def test_few_answers_say_little_and_extremes_are_named() -> None:
    assert "say little" in items([{"a": 1.0, "b": 0.0}])["a"].remark
    easy = items([{"a": 1.0, "b": float(number % 2)} for number in range(20)])
    assert easy["a"].remark == "Nearly everybody knows it."
    hard = items([{"a": 0.0, "b": float(number % 2)} for number in range(20)])
    assert hard["a"].remark.startswith("Hardly anybody")
