"""Seats are given once, in order, and those who wait move up by themselves."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from office.conftest import Enrol
from office.teaching.conftest import AFTER, BEFORE, facts
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.teaching import actions
from plumbline.office.teaching.models import LiveSession, Registration

pytestmark = pytest.mark.django_db


@pytest.fixture
def learners(harbour: Organisation, enrol: Enrol) -> list[Person]:
    return [enrol(harbour, "team_member", f"Learner {number}").person for number in range(5)]


def come(session: LiveSession, people: list[Person]) -> None:
    for number, each in enumerate(people):
        with clock_at(BEFORE + timedelta(minutes=number)):
            actions.register(session, by=each)


def states(session: LiveSession) -> list[str]:
    return [each.state for each in session.registrations.order_by("person__name")]


def test_whoever_finds_no_seat_waits_and_moves_up_in_order(session: LiveSession, learners: list[Person]) -> None:
    come(session, learners)
    assert states(session) == ["seated", "seated", "waiting", "waiting", "waiting"]
    with clock_at(BEFORE + timedelta(hours=1)):
        actions.cancel_registration(session, by=learners[0])
        actions.cancel_registration(session, by=learners[0])
    assert states(session) == ["cancelled", "seated", "seated", "waiting", "waiting"]
    told = Notice.objects.get(kind="live_session", person=learners[2])
    assert "You have a seat" in told.title


def test_whoever_comes_back_waits_at_the_end(session: LiveSession, learners: list[Person]) -> None:
    come(session, learners[:4])
    with clock_at(BEFORE + timedelta(hours=1)):
        actions.cancel_registration(session, by=learners[0])
        actions.register(session, by=learners[0])
        actions.cancel_registration(session, by=learners[1])
    assert states(session) == ["waiting", "cancelled", "seated", "seated"]


def test_registering_twice_takes_one_seat(session: LiveSession, learners: list[Person]) -> None:
    come(session, [learners[0], learners[0]])
    assert Registration.objects.count() == 1


def test_more_seats_go_to_those_who_wait_and_fewer_take_nobodys(
    session: LiveSession, learners: list[Person], ada: Person
) -> None:
    come(session, learners)
    with clock_at(BEFORE):
        actions.change_session(session, facts(seats=4), by=ada)
        assert states(session) == ["seated"] * 4 + ["waiting"]
        actions.change_session(session, facts(seats=1), by=ada)
    assert states(session) == ["seated"] * 4 + ["waiting"]
    session.refresh_from_db()
    assert session.sequence == 2


def test_another_day_and_a_cancelled_session_are_told(
    session: LiveSession, learners: list[Person], ada: Person
) -> None:
    come(session, learners[:3])
    with clock_at(BEFORE):
        actions.change_session(session, facts(place="Room 5"), by=ada)
        actions.cancel_session(session, by=ada)
        with pytest.raises(ValidationError, match="is cancelled"):
            actions.register(session, by=learners[4])
    assert Notice.objects.filter(kind="live_session", person=learners[2]).count() == 2


def test_once_it_has_begun_nobody_registers(session: LiveSession, learners: list[Person]) -> None:
    with clock_at(AFTER), pytest.raises(ValidationError, match="has begun"):
        actions.register(session, by=learners[0])


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"course": "nothing"}, "course"),
        ({"course": "links", "lesson": "nothing"}, "course"),
        ({"counts": True}, "counts"),
        ({"seats": 0}, "seats"),
        ({"minutes": 4}, "minutes"),
    ],
)
def test_what_a_session_cannot_be(
    harbour: Organisation, session: LiveSession, ada: Person, wrong: dict[str, object], field: str
) -> None:
    with clock_at(BEFORE), pytest.raises(ValidationError) as refused:
        actions.plan_session(harbour, facts(**wrong), by=ada)
    assert field in refused.value.error_dict


@pytest.mark.django_db(transaction=True)
def test_the_last_seat_is_given_once(session: LiveSession, learners: list[Person], ada: Person) -> None:
    with clock_at(BEFORE):
        actions.change_session(session, facts(seats=1), by=ada)
    start = threading.Barrier(len(learners))
    failed: list[BaseException] = []

    def register(person: Person) -> None:
        start.wait()
        try:
            with clock_at(BEFORE):
                actions.register(LiveSession.objects.get(pk=session.pk), by=person)
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=register, args=(each,)) for each in learners]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not failed
    assert sorted(states(session)) == ["seated", "waiting", "waiting", "waiting", "waiting"]
