"""What a version of the standard teaches, and what happens to learners when the next one teaches otherwise."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from engine.course.small_courses import COURSE, LESSON, with_courses
from office.academy.conftest import right, signed_in
from plumbline.engine.course import Course
from plumbline.office.academy import actions
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.actions import begin_draft, publish
from plumbline.office.standards.queries import in_force

pytestmark = pytest.mark.django_db


def test_a_standard_with_a_broken_course_is_not_published(harbour: Organisation) -> None:
    with pytest.raises(ValidationError, match="which the plan does not have"):
        publish(harbour, with_courses(lesson=LESSON.replace("A40: {pred", "A99: {pred")), by=None)


def test_a_lesson_without_a_question_that_can_be_asked_is_read_all_the_same(harbour: Organisation, bo: Person) -> None:
    mend = LESSON[LESSON.index("  mend_it:") :].replace("A20;A30", "A20")
    thrice = "".join(mend.replace("mend_it", name) for name in ("first", "second", "third"))
    publish(harbour, with_courses(lesson=LESSON[: LESSON.index("  what_it_means:")] + thrice), by=None)
    client, there = signed_in(bo), f"/o/{harbour.slug}/learning/courses/links/"
    assert "Test yourself" not in client.get(f"{there}open_ends/").content.decode()
    assert "None of its questions" in client.get(there).content.decode()
    said = client.post(f"{there}open_ends/test/", {"do": "begin"}, follow=True).content.decode()
    assert "no questions to ask" in said


def test_a_lesson_of_one_question_less_still_counts(harbour: Organisation, course: Course, bo: Person) -> None:
    """An exam goes on by the version it began under, whatever is published meanwhile."""
    sitting = actions.begin_exam(harbour, course, by=bo)
    files = with_courses(course=COURSE.replace("questions: 3", "questions: 4"))
    files["standard.yaml"] = files["standard.yaml"].replace(b"version: 1.0.0", b"version: 1.1.0")
    publish(harbour, files, by=None)
    for key in sitting.questions:
        actions.answer(sitting, key, right(harbour, course.bank[key]), by=bo)
    sitting.refresh_from_db()
    assert sitting.passed


def test_a_draft_says_which_lessons_to_review_before_it_is_published(
    harbour: Organisation, course: Course, ada: Person
) -> None:
    files = with_courses()
    files["rules.yaml"] = files["rules.yaml"].replace(b"limit: 5", b"limit: 7", 1)
    before = in_force(harbour)
    draft = begin_draft(harbour, by=ada, title="Calmer", files=files, begun_from=before)
    page = signed_in(ada).get(f"/o/{harbour.slug}/standards/drafts/{draft.pk}/").content.decode()
    assert "Lessons to review" in page
    assert "Work that leads nowhere" in page


def test_people_to_ask_are_boxes_that_can_be_searched(harbour: Organisation, course: Course, ada: Person) -> None:
    page = signed_in(ada).get(f"/o/{harbour.slug}/learning/assign/").content.decode()
    assert "data-searched" in page
    assert f'type="checkbox" name="people" value="{ada.pk}"' in page
