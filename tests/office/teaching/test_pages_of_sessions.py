"""The pages of a live session, and what attending counts for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from office.academy.conftest import signed_in
from office.conftest import Enrol
from office.teaching.conftest import AFTER, BEFORE, facts
from plumbline.engine.course import Course, Lesson
from plumbline.office.academy.actions import assign
from plumbline.office.academy.models import Assignment, Certificate, Reading
from plumbline.office.foundation.clock import clock_at
from plumbline.office.operations.rhythm import live_sessions
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import membership_in
from plumbline.office.teaching import actions
from plumbline.office.teaching.models import LiveSession, Registration

pytestmark = pytest.mark.django_db


def test_from_planning_to_a_seat(harbour: Organisation, course: Course, ada: Person, bo: Person) -> None:
    there = f"/o/{harbour.slug}/learning/sessions/"
    sent = {
        "title": "Links", "subject": "links/open_ends", "counts": "on", "on": "2031-03-10", "at": "10:00",
        "minutes": "60", "place": "https://call.example/1", "seats": "1",
    }  # fmt: skip
    with clock_at(BEFORE):
        assert signed_in(bo).post(f"{there}add/", sent).status_code == 403
        page = signed_in(ada).post(f"{there}add/", sent, follow=True).content.decode()
        assert "Attending counts as done" in page
        session = LiveSession.objects.get()
        one = f"{there}{session.pk}/"
        page = signed_in(bo).post(f"{one}register/", {"do": "register"}, follow=True).content.decode()
        assert "You have a seat" in page
        assert signed_in(bo).post(f"{one}register/").status_code == 302
        assert Registration.objects.get().state == "seated"
        assert "Join the waiting list" in signed_in(ada).get(one).content.decode()
        signed_in(bo).post(f"{one}register/", {"do": "cancel"})
    assert Registration.objects.get().state == "cancelled"


def test_attendance_is_marked_by_whoever_teaches_or_the_pmo_and_counts(
    harbour: Organisation, session: LiveSession, lesson: Lesson, ada: Person, bo: Person, enrol: Enrol
) -> None:
    teacher, absent = (enrol(harbour, "team_member", name).person for name in ("Teacher", "Absent"))
    with clock_at(BEFORE):
        changed = facts(course="links", lesson="open_ends", counts=True, teacher=teacher)
        actions.change_session(session, changed, by=ada)
        registered = [actions.register(session, by=each).pk for each in (bo, absent)]
    one = f"/o/{harbour.slug}/learning/sessions/{session.pk}/"
    sent = {"do": "mark", "listed": registered, "came": registered[:1]}
    with clock_at(BEFORE):
        assert (
            "once the session has begun"
            in signed_in(teacher).post(f"{one}attendance/", sent, follow=True).content.decode()
        )
    with clock_at(AFTER):
        assert "does not allow" in signed_in(bo).post(f"{one}attendance/", sent).content.decode()
        assert "Absent" not in signed_in(bo).get(one).content.decode()
        assert "Who was there" in signed_in(teacher).get(one).content.decode()
        signed_in(teacher).post(f"{one}attendance/")
        assert Registration.objects.filter(attended=None).count() == 2
        signed_in(teacher).post(f"{one}attendance/", sent)
        assert "You were there" in signed_in(bo).get(one).content.decode()
    assert list(Registration.objects.order_by("pk").values_list("attended", flat=True)) == [True, False]
    reading = Reading.objects.get()
    assert (reading.person, reading.lesson, reading.finished_at) == (bo, "open_ends", AFTER)
    assert not Certificate.objects.exists()


def test_attending_a_whole_course_does_its_assignment(
    harbour: Organisation, course: Course, ada: Person, bo: Person
) -> None:
    assign(harbour, course, [bo], by=ada)
    with clock_at(BEFORE):
        session = actions.plan_session(harbour, facts(course="links", counts=True), by=ada)
        registered = actions.register(session, by=bo)
    with clock_at(AFTER):
        actions.mark_attendance(session, {registered.pk: True}, by=ada)
    assert Assignment.objects.get().done_at == AFTER
    with clock_at(AFTER), pytest.raises(ValidationError, match="took place"):
        actions.cancel_session(session, by=ada)


def test_a_session_that_does_not_count_does_nothing_to_what_was_learnt(
    harbour: Organisation, course: Course, ada: Person, bo: Person
) -> None:
    with clock_at(BEFORE):
        session = actions.plan_session(harbour, facts(course="links", lesson="open_ends"), by=ada)
        registered = actions.register(session, by=bo)
    with clock_at(AFTER):
        actions.mark_attendance(session, {registered.pk: True}, by=ada)
    assert not Reading.objects.exists()


def test_it_is_in_the_calendar_of_the_office_and_a_file_for_any_other(
    harbour: Organisation, session: LiveSession, bo: Person
) -> None:
    member = membership_in(harbour.slug, bo)
    assert member is not None
    (row,) = live_sessions.between(member, session.on, session.on, 10)
    assert (row.what, row.at, row.minutes) == ("Links, live", session.at, 90)
    file = signed_in(bo).get(f"/o/{harbour.slug}/learning/sessions/{session.pk}/session.ics")
    said = file.content.decode()
    assert "SUMMARY:Links\\, live" in said
    assert "DTSTART;TZID=Europe/Lisbon:20310310T100000" in said


def test_a_session_of_another_organisation_is_not_there(
    harbour: Organisation, session: LiveSession, olav: Person, enrol: Enrol
) -> None:
    one = f"/o/{harbour.slug}/learning/sessions/{session.pk}/"
    guest = signed_in(enrol(harbour, "guest", "Guest").person)
    for page in ("", "session.ics"):
        assert signed_in(olav).get(f"{one}{page}").status_code == 404
        assert guest.get(f"{one}{page}").status_code == 403


def test_an_empty_post_calls_nothing_off(harbour: Organisation, session: LiveSession, ada: Person) -> None:
    one = f"/o/{harbour.slug}/learning/sessions/{session.pk}/cancel/"
    assert "Call off" in signed_in(ada).post(one).content.decode()
    session.refresh_from_db()
    assert session.cancelled_at is None
    signed_in(ada).post(one, {"do": "cancel"})
    session.refresh_from_db()
    assert session.cancelled_at is not None


def test_the_list_needs_as_many_queries_however_many_there_are(
    harbour: Organisation, session: LiveSession, ada: Person, bo: Person
) -> None:
    client = signed_in(bo)

    def count() -> int:
        with clock_at(BEFORE), CaptureQueriesContext(connection) as made:
            assert client.get(f"/o/{harbour.slug}/learning/sessions/").status_code == 200
        return len(made)

    count()
    before = count()
    with clock_at(BEFORE):
        for number in range(4):
            planned = actions.plan_session(harbour, facts(on=session.on + timedelta(days=number)), by=ada)
            actions.register(planned, by=bo)
    assert count() == before
