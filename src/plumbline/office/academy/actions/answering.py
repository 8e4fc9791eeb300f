"""Giving an answer; the last one ends the sitting, and a passed exam is certified."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Sum

from plumbline.engine.course import Judgement, judge
from plumbline.office.academy.actions.certifying import certify
from plumbline.office.academy.models import Assignment, GivenAnswer, Sitting
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.standards.queries import courses_of, standard_of


def answer(sitting: Sitting, question: str, given: Any, *, by: Person) -> Judgement:
    """Judged by the version that the sitting began under. Raises ``ValidationError`` for what is not to be answered."""
    with action("answer_question", by=by, scope=sitting.organisation) as line:
        locked = Sitting.objects.select_for_update(of=("self",)).select_related("organisation", "version").get(
            pk=sitting.pk
        )  # fmt: skip
        if locked.person_id != by.pk:
            raise ValidationError("Only whoever sits it may answer.")
        if locked.ended_at is not None or question not in locked.questions:
            raise ValidationError("This question is not asked, or not any more.")
        if locked.answers.filter(question=question).exists():
            raise ValidationError("You have answered this question already.")
        course = courses_of(locked.version).courses.get(locked.course)
        if course is None or question not in course.bank:
            raise ValidationError("The standard no longer has this question. Begin again.")
        judged = judge(course.bank[question], given, standard_of(locked.version))
        add(
            GivenAnswer(
                sitting=locked, question=question, answer=given, points=judged.points, said=list(judged.said),
                given_at=now(),
            )
        )  # fmt: skip
        if locked.answers.count() == len(locked.questions):
            _end(locked, course.exam.pass_percent, course.title, course.exam.valid_months)
        line.about(locked, question=question)
        return judged


def _end(sitting: Sitting, pass_percent: int, title: str, valid_months: int) -> None:
    total = sitting.answers.aggregate(total=Sum("points"))["total"] or 0.0
    percent = int(100 * total / len(sitting.questions) + 1e-9)
    passed = percent >= pass_percent
    change(sitting, ended_at=now(), percent=percent, passed=passed)
    if sitting.is_exam and passed:
        certify(sitting, title, valid_months)
        mine = Assignment.objects.filter(
            organisation=sitting.organisation, person=sitting.person_id, course=sitting.course
        )
        mine.filter(done_at=None, cancelled_at=None).update(done_at=now(), remind_on=None)
