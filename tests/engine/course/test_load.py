"""Courses are read whole or refused with every problem and its place."""

from __future__ import annotations

import pytest

from engine.course.small_courses import COURSE, LESSON, PAGE, with_courses
from engine.standard.small_standard import small_standard
from plumbline.engine.course import curriculum_of, load_with_courses
from plumbline.engine.standard import InvalidStandard

PATHS = "paths:\n  first:\n    title: First steps\n    summary: Begin here.\n    courses: [links]\n"
BASED = small_standard()["standard.yaml"].decode().replace("name: ours", "name: theirs\nbased_on: ours")


def refused(**spoilt: str) -> str:
    with pytest.raises(InvalidStandard) as refusal:
        load_with_courses(with_courses(**spoilt))
    return str(refusal.value)


def test_a_course_is_read_with_its_lessons_and_questions() -> None:
    _, curriculum = load_with_courses(with_courses())
    (lesson,) = curriculum.lessons()
    assert lesson.key == "links/open_ends"
    assert [each.kind for each in lesson.pieces] == ["words", "plan", "words", "exercise"]
    assert [each.kind for each in lesson.questions.values()] == [
        "single", "multiple", "order", "numeric", "find", "mend",
    ]  # fmt: skip
    assert curriculum.teaching("rule", "missing_logic") == (lesson,)
    assert next(iter(curriculum.courses["links"].bank)) == "open_ends.what_it_means"


def test_a_standard_without_courses_teaches_nothing() -> None:
    _, curriculum = load_with_courses(small_standard())
    assert not curriculum.courses


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ({"course": COURSE.replace("[open_ends]", "[open_ends, absent]")}, "courses/links/absent.yaml"),
        ({"course": COURSE.replace("questions: 3", "questions: 30")}, "draws 30 questions, but its lessons have 6"),
        ({"lesson": LESSON.replace("rule: missing_logic\n    plan", "rule: mising_logic\n    plan")}, "did you mean"),
        ({"lesson": LESSON.replace("A40: {pred", "A99: {pred")}, "'A99', which the plan does not have"),
        ({"lesson": LESSON.replace("{predecessors: ", "{duration: ")}, "'duration', which 'edit' does not allow"),
        ({"lesson": LESSON.replace("        right: true\n", "")}, "exactly one choice must be right"),
        ({"page": PAGE.replace("2026-03-02", "soon")}, "courses/links/open_ends.md"),
        ({"page": " "}, "the page is empty"),
        ({"courses__links__stray_md": "Words."}, "no lesson named in course.yaml uses this file"),
        ({"courses__paths_yaml": PATHS.replace("[links]", "[link]")}, "did you mean 'links'"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(spoilt: dict[str, str], said: str) -> None:
    assert said in refused(**spoilt)


def test_paths_lead_through_courses() -> None:
    _, curriculum = load_with_courses(with_courses(courses__paths_yaml=PATHS))
    assert [(each.title, [course.name for course in each.courses]) for each in curriculum.paths] == [
        ("First steps", ["links"])
    ]


NO_ANSWER = LESSON.replace("A20;A30", "A20")


def based_on_it(lesson: str = LESSON, **own: str) -> dict[str, bytes]:
    base = {f"based_on/ours/{name}": content for name, content in with_courses(lesson=lesson).items()}
    return base | {"standard.yaml": BASED.encode()} | {name: text.encode() for name, text in own.items()}


def test_the_lessons_of_the_base_are_inherited() -> None:
    standard, curriculum = load_with_courses(based_on_it())
    assert standard.name == "theirs"
    assert curriculum.courses["links"].inherited


def test_a_lesson_about_what_the_standard_left_out_is_not() -> None:
    files = based_on_it(**{"rules.yaml": "rules:\n  missing_logic: null\n"})
    health = "dimensions:\n  schedule:\n    indicators:\n      - {metric: finish_slip_days, amber: 5, red: 20}\n"
    _, curriculum = load_with_courses(files | {"health.yaml": health.encode()})
    assert not curriculum.courses


def test_an_own_course_takes_the_place_of_the_one_of_its_name() -> None:
    own = with_courses(course=COURSE.replace("Links", "Our links"))
    files = based_on_it() | {name: content for name, content in own.items() if name.startswith("courses/")}
    standard, curriculum = load_with_courses(files)
    assert curriculum.courses["links"].title == "Our links"
    assert curriculum_of(files, standard).courses["links"].inherited is False


@pytest.mark.parametrize("files", [with_courses(lesson=NO_ANSWER), based_on_it(lesson=NO_ANSWER)], ids=["own", "base"])
def test_a_question_that_the_standard_makes_pointless_is_left_out_and_the_standard_stands(
    files: dict[str, bytes],
) -> None:
    _, curriculum = load_with_courses(files)
    (lesson,) = curriculum.lessons()
    assert "find_it" in lesson.questions
    assert "mend_it" not in lesson.questions
    assert "no right answer" in lesson.left_out["mend_it"]


def test_a_standard_may_leave_out_a_rule_that_its_lessons_teach() -> None:
    """Whoever takes a rule out of their own standard is not made to rewrite its courses first."""
    files = with_courses(lesson=LESSON.replace("rule:missing_logic", "rule:leads"))
    _, curriculum = load_with_courses(files)
    assert [each.name for each in curriculum.lessons()] == ["open_ends"]
