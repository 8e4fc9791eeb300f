"""What is allowed in a course, but worth a second look; and what a standard does not teach."""

from __future__ import annotations

from collections.abc import Iterator

from plumbline.engine.course.blocks import link_targets
from plumbline.engine.course.curriculum import Curriculum, Lesson
from plumbline.engine.course.knowing import knows, things_of
from plumbline.engine.standard import Level, Problem, Standard

SHORTEST, LONGEST = 5, 10
HARDEST_LIX = 42
FEWEST_QUESTIONS, FEWEST_KINDS = 3, 2
_ELSEWHERE = ("https://", "http://", "mailto:")


def lint_courses(standard: Standard, curriculum: Curriculum) -> tuple[Problem, ...]:
    """Warnings about the standard's own lessons, and each rule and gate that no lesson teaches.

    A standard without any course is not asked for them.
    """
    if not curriculum.courses:
        return ()
    inherited = {name for name, course in curriculum.courses.items() if course.inherited}
    own = [each for each in curriculum.lessons() if each.course not in inherited]
    return (
        *(problem for lesson in own for problem in _lint(lesson, standard, curriculum)),
        *_untaught(standard, curriculum),
    )


def _lint(lesson: Lesson, standard: Standard, curriculum: Curriculum) -> Iterator[Problem]:
    page, head = f"courses/{lesson.key}.md", f"courses/{lesson.key}.yaml"
    if not SHORTEST <= lesson.minutes <= LONGEST:
        message = f"it takes {lesson.minutes} minutes ({lesson.words} words); {SHORTEST} to {LONGEST} hold a reader"
        yield _warning(page, "", message)
    if lesson.lix > HARDEST_LIX:
        yield _warning(
            page,
            "",
            f"it is hard to read (LIX {lesson.lix:.0f}; {HARDEST_LIX} is the most): shorten sentences and words",
        )
    for thing in lesson.teaches:
        if not knows(standard, thing):
            yield _warning(head, "teaches", f"the standard has no {thing.replace(':', ' ')}")
    for name, why in lesson.left_out.items():
        yield _warning(head, f"questions.{name}", f"it is not asked: {why}")
    if len(lesson.questions) < FEWEST_QUESTIONS:
        yield _warning(head, "questions", f"a test needs at least {FEWEST_QUESTIONS} questions")
    if len({each.kind for each in lesson.questions.values()}) < FEWEST_KINDS:
        yield _warning(head, "questions", "all questions are of one kind; a second kind tests more")
    if not any(each.kind == "exercise" for each in lesson.pieces):
        yield _warning(page, "", "there is no exercise to try")
    for target in link_targets(lesson.pieces):
        if not _lives(target, standard, curriculum):
            yield _warning(page, "", f"the link to {target!r} leads nowhere")


def _lives(target: str, standard: Standard, curriculum: Curriculum) -> bool:
    kind, _, name = target.partition(":")
    if kind == "lesson":
        return curriculum.lesson(name) is not None
    return target.startswith(_ELSEWHERE) or knows(standard, target)


def _untaught(standard: Standard, curriculum: Curriculum) -> Iterator[Problem]:
    taught = {thing for lesson in curriculum.lessons() for thing in lesson.teaches}
    for kind, file in (("rule", "rules.yaml"), ("gate", "life_cycle.yaml")):
        for name in things_of(standard)[kind]:
            if f"{kind}:{name}" not in taught:
                yield _warning(file, f"{kind}s.{name}", "no lesson teaches it")


def _warning(file: str, key: str, message: str) -> Problem:
    return Problem(file, key, message, level=Level.WARNING)
