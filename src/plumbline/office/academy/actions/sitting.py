"""Beginning a test or an exam."""

from __future__ import annotations

import secrets

from django.core.exceptions import ValidationError

from plumbline.engine.course import Course, Lesson
from plumbline.engine.course.judge import shown_order
from plumbline.office.academy.models import Sitting
from plumbline.office.foundation.audit import Line, action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.queries import in_force


def begin_test(organisation: Organisation, lesson: Lesson, *, by: Person) -> Sitting:
    """All questions of a lesson. One that was begun goes on."""
    with action("begin_test", by=by, scope=organisation) as line:
        going = _going(organisation, by, lesson.course, lesson.name)
        if going:
            line.nothing_happened()
            return going
        keys = [f"{lesson.name}.{name}" for name in lesson.questions]
        return _begun(organisation, by, lesson.course, lesson.name, keys, line)


def begin_exam(organisation: Organisation, course: Course, *, by: Person) -> Sitting:
    """Questions drawn from the whole course, from each lesson about as many. One that was begun goes on.

    Raises ``ValidationError`` when every attempt is used up.
    """
    with action("begin_exam", by=by, scope=organisation) as line:
        going = _going(organisation, by, course.name, "")
        if going:
            line.nothing_happened()
            return going
        if attempts_left(organisation, course, by) <= 0:
            raise ValidationError(
                f"You have used all {course.exam.attempts} attempts. Speak to the PMO: a new assignment gives new ones."
            )
        return _begun(organisation, by, course.name, "", drawn(course, secrets.token_hex(8)), line)


def attempts_left(organisation: Organisation, course: Course, person: Person) -> int:
    """Failed exams count since the last one that was passed, or since the last assignment of the course."""
    mine = Sitting.objects.filter(organisation=organisation, person=person, course=course.name, lesson="")
    since = [
        mine.filter(passed=True).order_by("-ended_at").values_list("ended_at", flat=True).first(),
        person.assignments.filter(organisation=organisation, course=course.name)
        .order_by("-assigned_at")
        .values_list("assigned_at", flat=True)
        .first(),
    ]
    failed = mine.filter(passed=False)
    latest = max((each for each in since if each), default=None)
    if latest:
        failed = failed.filter(ended_at__gt=latest)
    return course.exam.attempts - failed.count()


def drawn(course: Course, seed: str) -> list[str]:
    """The questions of an exam: lesson by lesson in turn, within a lesson by the draw, until there are enough."""
    by_lesson = []
    for lesson in course.lessons:
        names = list(lesson.questions)
        order = shown_order(len(names), f"{seed}\n{lesson.name}")
        by_lesson.append([f"{lesson.name}.{names[place]}" for place in order])
    in_turn = [keys[turn] for turn in range(max(map(len, by_lesson))) for keys in by_lesson if turn < len(keys)]
    chosen = in_turn[: course.exam.questions]
    return [chosen[place] for place in shown_order(len(chosen), seed)]


def _going(organisation: Organisation, person: Person, course: str, lesson: str) -> Sitting | None:
    Person.objects.select_for_update().get(pk=person.pk)
    return Sitting.objects.filter(
        organisation=organisation, person=person, course=course, lesson=lesson, ended_at=None
    ).first()


def _begun(organisation: Organisation, by: Person, course: str, lesson: str, keys: list[str], line: Line) -> Sitting:
    version = in_force(organisation)
    if version is None or not keys:
        raise ValidationError("There are no questions to ask here.")
    sitting = add(
        Sitting(
            organisation=organisation, person=by, course=course, lesson=lesson, version=version,
            questions=keys, begun_at=now(),
        )
    )  # fmt: skip
    line.about(sitting, course=course, lesson=lesson)
    return sitting
