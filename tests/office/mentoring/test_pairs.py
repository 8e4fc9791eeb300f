"""What the two of a pair keep stays between them: on pages, in the database, in the audit, in counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client, override_settings

from office.conftest import Enrol
from office.mentoring.conftest import DOCKS, SPOKEN
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.foundation.models import AuditLine
from plumbline.office.mentoring import actions, queries
from plumbline.office.mentoring.models import CheckIn, MentoringProgramme, Pair
from plumbline.office.operations.due import mentoring_quiet
from plumbline.office.operations.rhythm import mentoring_sessions
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role

SECRET = "I am thinking of leaving for the lighthouse"
SignedIn = Callable[[Person], Client]
pytestmark = pytest.mark.django_db


def at(pair: Pair, rest: str = "") -> str:
    return f"/o/{pair.organisation.slug}/people/mentoring/pairs/{pair.pk}/{rest}"


def test_only_the_two_read_what_is_written(
    running: Pair, mentor: Membership, mentee: Membership, harbour: Organisation, enrol: Enrol, signed_in: SignedIn
) -> None:
    actions.note(running, by=mentee.person, words=SECRET)
    for member in (mentor, mentee):
        assert SECRET in signed_in(member.person).get(at(running)).content.decode()
    for role in Role:
        answer = signed_in(enrol(harbour, role, f"Nosy {role}").person).get(at(running))
        assert answer.status_code == 403
        assert SECRET not in answer.content.decode()


def test_to_another_organisation_there_is_no_pair(running: Pair, olav: Person, signed_in: SignedIn) -> None:
    assert signed_in(olav).get(at(running)).status_code == 404
    elsewhere = f"/o/northern-line/people/mentoring/pairs/{running.pk}/"
    assert signed_in(olav).get(elsewhere).status_code == 404


def test_words_and_answers_stand_nowhere_in_the_database(running: Pair, mentee: Membership) -> None:
    actions.note(running, by=mentee.person, words=SECRET)
    actions.agree_action(
        running, by=mentee.person, words=SECRET, owner=mentee.person, due_on=today(running.organisation)
    )
    actions.check_in(running, by=mentee.person, how="so_so")
    actions.close_pair(running, by=mentee.person)
    actions.review(running, by=mentee.person, reached="partly", words=SECRET)
    tables = ("pairnote", "pairaction", "checkin", "closingreview")
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM mentoring_{table}")
            kept = str(cursor.fetchall())
            assert not [each for each in ("lighthouse", "so_so", "partly") if each in kept], table
    assert "lighthouse" not in str(list(AuditLine.objects.values_list()))


def test_a_lost_key_is_told_calmly(running: Pair, mentee: Membership, signed_in: SignedIn) -> None:
    with override_settings(SECRET_KEY="another" * 10):
        actions.note(running, by=mentee.person, words=SECRET)
        actions.agree_action(
            running, by=mentee.person, words="Row", owner=mentee.person, due_on=today(running.organisation)
        )
    page = signed_in(mentee.person).get(at(running)).content.decode()
    assert "Sealed with a key that this installation no longer has." in page
    assert "Sealed with a key that is lost" in page


def test_nobody_else_does_anything_to_a_pair(running: Pair, ada: Person) -> None:
    for deed in (
        lambda: actions.note(running, by=ada, words="Hello"),
        lambda: actions.plan_session(running, by=ada, on=today(running.organisation)),
        lambda: actions.close_pair(running, by=ada),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_a_session_is_in_the_calendar_of_the_two_alone(
    running: Pair, mentor: Membership, mentee: Membership, harbour: Organisation, enrol: Enrol
) -> None:
    day = today(harbour)
    session = actions.plan_session(running, by=mentee.person, on=day + timedelta(days=3))
    days = day, day + timedelta(days=9)
    assert [each.what for each in mentoring_sessions.between(mentor, *days, 9)] == ["Mentoring with Milo Reed"]
    assert [each.what for each in mentoring_sessions.between(mentee, *days, 9)] == ["Mentoring with Vera Lock"]
    assert list(mentoring_sessions.between(enrol(harbour, Role.PMO_STAFF, "Nosy"), *days, 9)) == []
    actions.cancel_session(session, by=mentor.person)
    assert list(mentoring_sessions.between(mentee, *days, 9)) == []


def test_a_pair_that_has_not_met_for_six_weeks_is_due(running: Pair, mentee: Membership, harbour: Organisation) -> None:
    day = today(harbour)
    assert mentoring_quiet.found(harbour, day + timedelta(weeks=6), 5).total == 0
    late = day + timedelta(weeks=6, days=1)
    (row,) = mentoring_quiet.found(harbour, late, 5).rows
    assert row.detail.startswith("no session since it began on")
    with clock_at(now() + timedelta(weeks=6)):
        actions.plan_session(running, by=mentee.person, on=late + timedelta(days=2))
    assert mentoring_quiet.found(harbour, late, 5).total == 0


def test_check_ins_are_counted_from_five_people_on(
    programme: MentoringProgramme, harbour: Organisation, enrol: Enrol, ada: Person
) -> None:
    def begun(number: int) -> Pair:
        one, other = (enrol(harbour, Role.TEAM_MEMBER, f"{part} {number}").person for part in ("Mentor", "Mentee"))
        actions.make_offer(programme, by=one, strengths=[DOCKS], mentees=1, **SPOKEN)
        actions.say_wish(programme, by=other, goals=[DOCKS], **SPOKEN)
        (pair,) = actions.propose_pairs(programme, by=ada)
        for person in (pair.mentor, pair.mentee):
            pair = actions.agree_to_pair(pair, by=person)
        return pair

    pairs = [begun(number) for number in range(3)]
    for pair in pairs[:2]:
        for person in (pair.mentor, pair.mentee):
            actions.check_in(pair, by=person, how="not")
            actions.check_in(pair, by=person, how="well")
    assert queries.counts_of_check_ins(programme) is None
    actions.check_in(pairs[2], by=pairs[2].mentor, how="so_so")
    assert queries.counts_of_check_ins(programme) == {"Well": 4, "So-so": 1, "Not well": 0}


def test_each_answers_the_closing_review_once(running: Pair, mentor: Membership, mentee: Membership) -> None:
    with pytest.raises(ValidationError, match="when the pair is closed"):
        actions.review(running, by=mentor.person, reached="yes")
    actions.close_pair(running, by=mentor.person)
    actions.review(running, by=mentor.person, reached="yes", words="Well done.")
    with pytest.raises(ValidationError, match="already"):
        actions.review(running, by=mentor.person, reached="no")
    actions.review(running, by=mentee.person, reached="partly")
    with pytest.raises(ValidationError, match="closed"):
        actions.note(running, by=mentee.person, words="One more.")


def test_the_pmo_sees_pairs_and_dates_and_never_words(
    running: Pair, mentee: Membership, ada: Person, signed_in: SignedIn
) -> None:
    day = today(running.organisation)
    actions.plan_session(running, by=mentee.person, on=day)
    actions.note(running, by=mentee.person, words=SECRET)
    client, there = signed_in(ada), f"/o/harbour-works/people/mentoring/{running.programme_id}/"
    page = client.get(there).content.decode()
    assert "Vera Lock" in page
    assert SECRET not in page
    assert "Docks" not in page
    table = client.get(f"{there}pairs.csv").content.decode()
    assert f"Vera Lock,Milo Reed,Running,{day},{day}" in table


def test_the_way_by_the_pages(
    programme: MentoringProgramme, mentor: Membership, mentee: Membership, ada: Person, signed_in: SignedIn
) -> None:
    base = f"/o/harbour-works/people/mentoring/{programme.pk}/"
    usual = {"languages": "English", "name_1": "Docks", "level_1": 3}
    one, other, pmo = signed_in(mentor.person), signed_in(mentee.person), signed_in(ada)
    assert one.post(f"{base}offer/", usual | {"mentees": 1}).status_code == 302
    assert other.post(f"{base}wish/", usual | {"name_2": "Locks"}).status_code == 200
    assert other.post(f"{base}wish/", usual).status_code == 302
    assert "change what i want to learn" in other.get(base.replace(f"{programme.pk}/", "")).content.decode().lower()
    pmo.post(f"{base}propose/", {"propose": "yes"})
    pair = Pair.objects.get()
    assert "Can help with Docks." in one.get(at(pair)).content.decode()
    for client in (one, other):
        client.post(at(pair, "answer/"), {"answer": "yes"})
    other.post(at(pair, "do/session/"), {"on": str(today(pair.organisation))})
    other.post(at(pair, "do/agree/"), {"words": "Read", "owner": mentee.person_id, "due_on": "2026-01-05"})
    other.post(at(pair, "do/check-in/"), {"how": "well"})
    one.post(f"/o/harbour-works/people/mentoring/actions/{pair.actions.get().pk}/", {"done": "yes"})
    assert pair.actions.get().done_at
    assert CheckIn.objects.get().how == "well"
    one.post(at(pair, "do/close/"), {})
    assert not Pair.objects.get().is_closed
    one.post(at(pair, "do/close/"), {"sure": "yes"})
    other.post(at(pair, "do/review/"), {"reached": "yes", "words": "Thank you."})
    assert "Thank you." in one.get(at(pair)).content.decode()


def test_not_even_the_place_is_kept_from_which_somebody_declines(
    proposed: Pair, mentor: Membership, mentee: Membership, signed_in: SignedIn
) -> None:
    signed_in(mentor.person).post(at(proposed, "answer/"), {"answer": "yes"}, REMOTE_ADDR="192.0.2.7")
    signed_in(mentee.person).post(at(proposed, "answer/"), {"answer": "no"}, REMOTE_ADDR="192.0.2.8")
    lines = list(AuditLine.objects.filter(object_type="mentoring.pair"))
    assert len(lines) == 2
    assert {(each.actor_id, each.address, each.request_id) for each in lines} == {(None, None, "")}
