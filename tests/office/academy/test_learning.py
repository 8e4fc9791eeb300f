"""From a paragraph to a certificate: reading, testing oneself, passing, and being asked to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from engine.course.small_courses import PAGE, with_courses
from office.academy.conftest import signed_in, sit
from office.conftest import Enrol
from plumbline.engine.course import Course, Lesson
from plumbline.office.academy import actions, queries
from plumbline.office.academy.actions.certifying import after, new_code
from plumbline.office.academy.actions.sitting import attempts_left, drawn
from plumbline.office.academy.models import Assignment, Certificate, GivenAnswer, Reading, Sitting
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.actions import publish

pytestmark = pytest.mark.django_db


def test_a_place_is_kept_to_the_paragraph_and_one_goes_on_there(
    harbour: Organisation, lesson: Lesson, bo: Person
) -> None:
    actions.read_piece(harbour, lesson, lesson.pieces[1].key, by=bo)
    actions.read_piece(harbour, lesson, "no such key", by=bo)
    seen = queries.lesson_seen(harbour, bo, "links", "open_ends")
    assert (seen.resume, seen.share) == (lesson.pieces[2].key, 25)
    page = signed_in(bo).get(f"/o/{harbour.slug}/learning/courses/links/open_ends/").content.decode()
    assert f'href="#p-{seen.resume}"' in page
    actions.finish_lesson(harbour, lesson, by=bo)
    assert queries.lesson_seen(harbour, bo, "links", "open_ends").is_finished


def test_a_paragraph_that_was_rewritten_is_read_anew_and_the_others_stay_read(
    harbour: Organisation, lesson: Lesson, bo: Person
) -> None:
    for piece in lesson.pieces[:2]:
        actions.read_piece(harbour, lesson, piece.key, by=bo)
    files = with_courses(page=PAGE.replace("It hangs in the air.", "It hangs."))
    files["standard.yaml"] = files["standard.yaml"].replace(b"version: 1.0.0", b"version: 1.1.0")
    publish(harbour, files, by=None)
    seen = queries.lesson_seen(harbour, bo, "links", "open_ends")
    assert [each.is_read for each in seen.pieces] == [False, True, False, False]


def test_links_of_a_lesson_lead_to_the_standard_in_force(harbour: Organisation, lesson: Lesson, bo: Person) -> None:
    page = signed_in(bo).get(f"/o/{harbour.slug}/learning/courses/links/open_ends/").content.decode()
    (there,) = re.findall(r'href="([^"]+/rules/missing_logic/)"', page)
    assert signed_in(bo).get(there).status_code == 200


def test_a_passed_exam_is_certified_and_what_was_asked_is_done(
    harbour: Organisation, course: Course, bo: Person
) -> None:
    actions.assign(harbour, course, [bo], by=None, due_on=date.today() + timedelta(days=30))
    sitting = sit(harbour, course, bo)
    assert (sitting.percent, sitting.passed) == (100, True)
    certificate = Certificate.objects.get()
    assert certificate.expires_on == after(certificate.issued_on, 24)
    assert not Assignment.objects.get().is_open
    assert "You have passed “Links”" in Notice.objects.values_list("title", flat=True)


def test_a_failed_exam_is_not_and_attempts_come_to_an_end(harbour: Organisation, course: Course, bo: Person) -> None:
    for _ in range(3):
        assert sit(harbour, course, bo, knows=False).passed is False
    assert attempts_left(harbour, course, bo) == 0
    with pytest.raises(ValidationError, match="used all 3 attempts"):
        actions.begin_exam(harbour, course, by=bo)
    actions.assign(harbour, course, [bo], by=None)
    assert sit(harbour, course, bo).passed
    assert not Certificate.objects.filter(sitting__passed=False).exists()


def test_an_exam_that_was_begun_goes_on_and_no_question_counts_twice(
    harbour: Organisation, course: Course, bo: Person
) -> None:
    sitting = actions.begin_exam(harbour, course, by=bo)
    first = sitting.questions[0]
    actions.answer(sitting, first, None, by=bo)
    assert actions.begin_exam(harbour, course, by=bo) == sitting
    with pytest.raises(ValidationError, match="answered this question already"):
        actions.answer(sitting, first, None, by=bo)
    with pytest.raises(ValidationError, match="not asked"):
        actions.answer(sitting, "open_ends.absent", None, by=bo)


def test_an_answer_that_was_given_is_never_changed(harbour: Organisation, course: Course, bo: Person) -> None:
    sit(harbour, course, bo)
    for change in (lambda: GivenAnswer.objects.update(points=1), lambda: GivenAnswer.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_every_kind_of_question_is_answered_on_its_page(harbour: Organisation, lesson: Lesson, bo: Person) -> None:
    client, there = signed_in(bo), f"/o/{harbour.slug}/learning/"
    answer = client.post(f"{there}courses/links/open_ends/test/", {"do": "begin"}, follow=True)
    sitting = Sitting.objects.get()
    fields = {
        "how_many": {"number": "12 days"},
        "find_it": {"activity": ["A30"]},
        "mend_it": {"cell_3_predecessors": "A20;A30", "cell_2_name": "Not asked"},
    }
    for name in lesson.questions:
        asked = queries.asked(sitting)
        assert asked is not None
        by_index = {each.index: each.place for each in asked.options}
        chosen = {
            "what_it_means": {"choice": by_index.get(0)},
            "which_hold": {"choice": [by_index.get(0), by_index.get(1)]},
            "in_order": {f"step_{by_index[index]}": index + 1 for index in sorted(by_index)},
        } | fields
        sent = chosen[name] | {"question": f"open_ends.{name}"}
        answer = client.post(f"{there}sittings/{sitting.pk}/answer/", sent, follow=True)
    assert "100 % of the points" in answer.content.decode()
    assert [each.points for each in sitting.answers.all()] == [1.0] * 6


def test_the_order_in_which_choices_are_shown_does_not_tell_the_right_one(
    harbour: Organisation, course: Course, enrol: Enrol
) -> None:
    first = set()
    for number in range(12):
        person = enrol(harbour, "team_member", f"Learner {number}").person
        asked = queries.asked(actions.begin_test(harbour, course.lessons[0], by=person))
        assert asked is not None
        first.add(asked.options[0].index)
    assert len(first) > 1


def test_nobody_sees_what_somebody_answered(harbour: Organisation, course: Course, bo: Person, enrol: Enrol) -> None:
    sitting = sit(harbour, course, bo)
    for role in ("pmo_manager", "executive", "project_manager"):
        other = signed_in(enrol(harbour, role, f"Nosy {role}").person)
        assert other.get(f"/o/{harbour.slug}/learning/sittings/{sitting.pk}/").status_code == 403


def test_whoever_has_the_code_sees_whether_a_certificate_holds(
    harbour: Organisation, course: Course, bo: Person
) -> None:
    sit(harbour, course, bo)
    certificate = Certificate.objects.get()
    there = f"/certificates/{harbour.slug}/{certificate.code}/"
    page = Client().get(there).content.decode()
    assert "Bo Reed" in page
    assert "Holds" in page
    assert bo.email not in page
    with clock_at(now() + timedelta(days=800)):
        assert "Holds no longer" in Client().get(there).content.decode()
    actions.withdraw_certificate(certificate, by=bo, why="Somebody else sat it")
    page = Client().get(there).content.decode()
    assert "was withdrawn" in page
    assert "Somebody else" not in page
    assert Client().get(f"/certificates/{harbour.slug}/{new_code()}/").status_code == 404
    assert Client().get(f"/certificates/nowhere/{certificate.code}/").status_code == 404


def test_reminders_come_a_week_before_on_the_day_and_each_week_after(
    harbour: Organisation, course: Course, bo: Person
) -> None:
    begin = datetime(2026, 3, 2, 9, tzinfo=UTC)
    with clock_at(begin):
        actions.assign(harbour, course, [bo], by=None, due_on=date(2026, 3, 20), why="Two findings")
        actions.assign(harbour, course, [bo], by=None)
    told = []
    for number in range(1, 40):
        with clock_at(begin + timedelta(days=number)):
            before = Notice.objects.count()
            actions.remind_of_what_is_due()
            actions.remind_of_what_is_due()
            if Notice.objects.count() > before:
                told.append((begin + timedelta(days=number)).date().day)
                assert Notice.objects.count() == before + 1
    assert told == [13, 20, 27, 3, 10]
    Assignment.objects.get().refresh_from_db()
    assert Assignment.objects.count() == 1


def test_only_people_of_the_organisation_are_asked(harbour: Organisation, course: Course, olav: Person) -> None:
    with pytest.raises(ValidationError, match="does not belong"):
        actions.assign(harbour, course, [olav], by=None)
    with pytest.raises(ValidationError, match="a day to come"):
        actions.assign(harbour, course, [], by=None, due_on=date(2020, 1, 1))


def test_an_exam_takes_from_every_lesson_before_it_takes_twice(course: Course) -> None:
    second = replace(course.lessons[0], name="second")
    both = replace(course, lessons=(course.lessons[0], second))
    for seed in "abcdef":
        lessons = [each.partition(".")[0] for each in drawn(both, seed)]
        assert sorted(lessons) in (["open_ends", "open_ends", "second"], ["open_ends", "second", "second"])
    assert len({tuple(drawn(both, seed)) for seed in "abcdef"}) > 1


def test_pages_need_as_many_queries_however_much_was_learnt(
    harbour: Organisation, course: Course, enrol: Enrol
) -> None:
    lead = enrol(harbour, "pmo_manager", "Pia Post").person
    client = signed_in(lead)

    def count() -> list[int]:
        found = []
        for page in ("", "learners/", "courses/links/", "courses/links/questions/"):
            with CaptureQueriesContext(
                connection,
            ) as made:
                assert client.get(f"/o/{harbour.slug}/learning/{page}").status_code == 200
            found.append(len(made))
        return found

    count()
    before = count()
    for number in range(8):
        person = enrol(harbour, "team_member", f"Learner {number}").person
        sit(harbour, course, person)
        actions.assign(harbour, course, [person], by=lead)
    assert count() == before


def test_what_was_read_is_said_of_nobody_but_oneself(
    harbour: Organisation, lesson: Lesson, bo: Person, enrol: Enrol
) -> None:
    actions.finish_lesson(harbour, lesson, by=bo)
    other = enrol(harbour, "project_manager", "Other").person
    assert queries.course_seen(harbour, other, "links").finished == 0
    assert Reading.objects.count() == 1
