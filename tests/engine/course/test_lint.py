"""What is worth a second look in a lesson, and which lessons a change of the standard touches."""

from __future__ import annotations

from engine.course.small_courses import LESSON, PAGE, with_courses
from engine.standard.small_standard import RULES, small_standard
from plumbline.engine.course import lessons_to_review, lint_courses, load_with_courses
from plumbline.engine.course.blocks import lix, pieces_of

LONG = PAGE + "\nA plan tells the truth when each task leads on. " * 60


def warnings(**spoilt: str) -> str:
    return "\n".join(map(str, lint_courses(*load_with_courses(with_courses(**spoilt)))))


def test_a_short_page_with_six_questions_is_long_enough_and_rules_without_a_lesson_are_named() -> None:
    said = warnings()
    assert "minutes" not in said
    assert "rules.critical_path_length_index: no lesson teaches it" in said
    assert "rules.missing_logic" not in said


def test_a_long_page_is_named_with_its_minutes() -> None:
    assert "it takes 13 minutes" in warnings(page=PAGE + "\nA plan tells the truth when each task leads on. " * 120)


def test_dead_links_are_named() -> None:
    said = warnings(page=PAGE.replace("rule:missing_logic", "rule:absent") + "\nSee [x](lesson:links/absent).\n")
    assert "the link to 'rule:absent' leads nowhere" in said
    assert "the link to 'lesson:links/absent' leads nowhere" in said


def test_hard_words_are_measured() -> None:
    hard = "Organisational responsibilities notwithstanding, considerable complications materialise continuously.\n"
    assert "hard to read" in warnings(page=PAGE + hard * 30)


def test_lix_of_a_known_text() -> None:
    """Ten words in two sentences, two of them longer than six letters: 5 + 20."""
    text = "The network holds all work. Nothing hangs in the air."
    assert lix(pieces_of(text)) == 5 + 100 * 2 / 10


def test_a_lesson_is_marked_when_its_rule_changes_and_it_does_not() -> None:
    before = load_with_courses(with_courses())
    stricter = with_courses() | {"rules.yaml": RULES.replace("limit: 5", "limit: 3").encode()}
    (found,) = lessons_to_review(before, load_with_courses(stricter))
    assert found.lesson.key == "links/open_ends"
    assert "5" in found.because[0].sentence
    rewritten = stricter | {"courses/links/open_ends.md": LONG.encode()}
    assert lessons_to_review(before, load_with_courses(rewritten)) == ()


def test_what_a_lesson_teaches_or_asks_in_vain_is_named() -> None:
    assert "the standard has no rule leads" in warnings(lesson=LESSON.replace("rule:missing_logic", "rule:leads"))
    assert "it is not asked: the solution is no right answer" in warnings(lesson=LESSON.replace("A20;A30", "A20"))


def test_nothing_is_asked_of_a_standard_without_courses() -> None:
    assert lint_courses(*load_with_courses(small_standard())) == ()


def test_one_kind_of_question_and_no_exercise_are_named() -> None:
    only = LESSON[: LESSON.index("  which_hold:")]
    course = "title: Links\nsummary: Short.\nlessons: [open_ends]\nexam: {questions: 3, pass: 70}\n"
    three = (
        only
        + only[only.index("  what_it_means:") :].replace("what_it_means", "again")
        + only[only.index("  what_it_means:") :].replace("what_it_means", "thrice")
    )
    said = warnings(lesson=three, course=course, page=PAGE[: PAGE.index("```exercise")])
    assert "all questions are of one kind" in said
    assert "there is no exercise" in said
