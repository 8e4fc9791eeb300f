"""The courses that come with Plumbline hold what a lesson promises."""

from __future__ import annotations

import pytest

from plumbline import library
from plumbline.engine.course import judge, lint_courses, load_with_courses, right_answer
from plumbline.engine.standard import bundle

UNTAUGHT = "no lesson teaches it"


def told_of(name: str) -> list[tuple[str, str]]:
    """Warnings of a built-in standard's courses, as key and message."""
    standard, curriculum = load_with_courses(bundle(library.files_of(name), library.files_of))
    assert curriculum.courses
    return [(each.key, each.message) for each in lint_courses(standard, curriculum)]


@pytest.mark.parametrize("name", library.names())
def test_every_lesson_of_a_standard_lints(name: str) -> None:
    """Length, reading level, tests, exercises and links."""
    assert [each for each in told_of(name) if each[1] != UNTAUGHT] == []


@pytest.mark.parametrize("name", library.names())
def test_every_rule_and_every_gate_has_a_lesson(name: str) -> None:
    assert [key for key, message in told_of(name) if message == UNTAUGHT] == []


@pytest.mark.parametrize("name", library.names())
def test_every_question_has_an_answer_that_earns_all_its_points(name: str) -> None:
    standard, curriculum = load_with_courses(bundle(library.files_of(name), library.files_of))
    for course in curriculum.courses.values():
        for key, question in course.bank.items():
            assert judge(question, right_answer(question, standard), standard).is_right, f"{course.name} {key}"
            assert not judge(question, None, standard).is_right, f"{course.name} {key}"


def test_there_are_lessons_enough() -> None:
    _, curriculum = load_with_courses(library.files_of("predictive"))
    assert len(list(curriculum.lessons())) >= 40
