"""intake.yaml asks and scores, or the standard is refused by file, key and line."""

from __future__ import annotations

import pytest

from engine.standard.test_load import only_problem_of
from engine.standard.whole_standard import INTAKE, whole_standard
from plumbline.engine.standard import load_standard


def test_questions_criteria_and_target_are_read_in_their_order() -> None:
    standard = load_standard(whole_standard())
    assert list(standard.screening) == ["wanted", "lawful"]
    assert standard.screening["wanted"].must
    benefit = standard.criteria["benefit"]
    assert (benefit.lowest, benefit.highest, benefit.least) == (1, 5, 2)
    assert standard.target is not None
    assert standard.target.go_at == 50


def test_a_standard_may_do_without() -> None:
    files = whole_standard()
    del files["intake.yaml"]
    standard = load_standard(files)
    assert (standard.screening, standard.criteria, standard.target) == ({}, {}, None)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("weight: 3", "weight: 0", "greater than 0"),
        ("points: 3}", "points: 1}", "the points of a scale rise from each level to the next"),
        ("least: 2", "least: 9", "'least' lies on the scale, between 1 and 5"),
        ("go_at: 50", "go_at: 101", "less than or equal to 100"),
        ("must: true", "mus: true", "did you mean 'must'?"),
        ("    ask: How much comes back?\n", "", "this key is missing"),
    ],
)
def test_what_makes_no_sense_is_named(before: str, after: str, message: str) -> None:
    assert before in INTAKE
    problem = only_problem_of(whole_standard(intake=INTAKE.replace(before, after, 1)))
    assert (problem.file, problem.line is not None) == ("intake.yaml", True)
    assert message in problem.message
