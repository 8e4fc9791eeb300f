"""One-to-ones belong to their two: nobody else reads them, and nobody at all the notes of one of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import LazySettings
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.sealed import sealed
from plumbline.office.leading import actions, queries
from plumbline.office.leading.models import OneToOne
from plumbline.office.notifications.models import Notice
from plumbline.office.operations.rhythm import one_to_ones as rhythm
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.projects.actions import create_portfolio, create_project

SECRET = "I am thinking of leaving for the lighthouse"
pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(harbour: Organisation, lead: Membership, manager: Membership) -> OneToOne:
    at = now() + timedelta(days=2)
    return actions.plan_one_to_one(harbour, by=lead.person, manager=manager.person, at=at)


def page(person: Membership, meeting: OneToOne) -> str:
    client = Client()
    client.force_login(person.person)
    return client.get(f"/o/{meeting.organisation.slug}/office/one-to-ones/{meeting.pk}/").content.decode()


def test_the_manager_is_told_and_both_find_it_in_their_calendars(
    meeting: OneToOne, lead: Membership, manager: Membership, enrol: Enrol
) -> None:
    assert [each.person for each in Notice.objects.all()] == [manager.person]
    days = date.today() - timedelta(days=1), date.today() + timedelta(days=9)
    assert [row.what for row in rhythm.between(manager, *days, 9)] == ["One-to-one with Pia Post"]
    assert [row.what for row in rhythm.between(lead, *days, 9)] == ["One-to-one with Bo Reed"]
    other = enrol(meeting.organisation, "pmo_staff", "Nosy")
    assert list(rhythm.between(other, *days, 9)) == []


def test_own_notes_are_read_by_whoever_wrote_them_alone(
    meeting: OneToOne, lead: Membership, manager: Membership, enrol: Enrol
) -> None:
    actions.note_in_one_to_one(meeting, by=manager.person, notes="The quay comes first.", own=SECRET)
    assert SECRET in page(manager, meeting)
    assert SECRET not in page(lead, meeting)
    assert "The quay comes first." in page(lead, meeting)
    for role in ("pmo_manager", "pmo_staff", "project_manager", "executive"):
        refused = page(enrol(meeting.organisation, role, f"Nosy {role}"), meeting)
        assert "The quay comes first." not in refused
        assert "does not allow" in refused


def test_the_database_and_the_audit_do_not_say_what_was_noted(meeting: OneToOne, manager: Membership) -> None:
    actions.note_in_one_to_one(meeting, by=manager.person, notes="", own=SECRET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM leading_onetoone")
        assert "lighthouse" not in str(cursor.fetchall())
    assert "lighthouse" not in str(list(AuditLine.objects.values_list("details", "object_label")))


def test_the_notes_of_one_do_not_touch_those_of_the_other(
    meeting: OneToOne, lead: Membership, manager: Membership
) -> None:
    actions.note_in_one_to_one(meeting, by=manager.person, notes="", own="mine")
    actions.note_in_one_to_one(meeting, by=lead.person, notes="ours", own="hers")
    meeting.refresh_from_db()
    assert (queries.own_notes(meeting, manager.person), queries.own_notes(meeting, lead.person)) == ("mine", "hers")


def test_a_lost_key_is_said_and_what_it_sealed_is_kept(
    meeting: OneToOne, manager: Membership, settings: LazySettings
) -> None:
    actions.note_in_one_to_one(meeting, by=manager.person, notes="", own=SECRET)
    kept = OneToOne.objects.get().managers_own
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another key " * 8
    client = Client()
    client.force_login(manager.person)
    there = f"/o/{meeting.organisation.slug}/office/one-to-ones/{meeting.pk}/"
    assert "cannot be opened" in client.get(there).content.decode()
    client.post(f"{there}notes/", {"notes": "Still talking", "own": "overwritten"})
    assert (OneToOne.objects.get().managers_own, OneToOne.objects.get().notes) == (kept, "Still talking")
    settings.SECRET_KEY_FALLBACKS = [old]
    assert queries.own_notes(OneToOne.objects.get(), manager.person) == SECRET


def test_what_one_noted_does_not_open_for_the_other_nor_in_another_talk(
    meeting: OneToOne, manager: Membership, lead: Membership
) -> None:
    """As somebody would try who can write into the database, and has no key."""
    actions.note_in_one_to_one(meeting, by=manager.person, notes="", own=SECRET)
    kept = OneToOne.objects.get().managers_own
    OneToOne.objects.update(leads_own=kept)
    assert queries.own_notes(OneToOne.objects.get(), lead.person) is None
    other = OneToOne.objects.create(
        organisation=meeting.organisation, manager=lead.person, lead=manager.person, at=meeting.at, managers_own=kept
    )
    assert queries.own_notes(other, lead.person) is None
    assert queries.own_notes(OneToOne.objects.get(pk=meeting.pk), manager.person) == SECRET


def test_the_same_words_are_sealed_differently_each_time() -> None:
    assert sealed("words", "here") != sealed("words", "here")


def test_nobody_else_acts_on_it(meeting: OneToOne, enrol: Enrol) -> None:
    nosy = enrol(meeting.organisation, "pmo_manager", "Nosy").person
    with pytest.raises(ValidationError, match="Only the two"):
        actions.hold_one_to_one(meeting, by=nosy)
    with pytest.raises(ValidationError, match="Only the two"):
        actions.note_in_one_to_one(meeting, by=nosy, notes="x", own="y")


def test_an_action_is_agreed_by_one_of_the_two_and_done(
    meeting: OneToOne, lead: Membership, manager: Membership, enrol: Enrol
) -> None:
    agree = {"text": "Call the diver", "due_on": date(2026, 3, 1)}
    with pytest.raises(ValidationError, match="one of the two"):
        actions.agree_action(meeting, by=lead.person, owner=enrol(meeting.organisation, "guest").person, **agree)  # type: ignore[arg-type]
    agreed = actions.agree_action(meeting, by=lead.person, owner=manager.person, **agree)  # type: ignore[arg-type]
    assert list(queries.agreed(meeting.organisation, manager.person)) == [agreed]
    client = Client()
    client.force_login(manager.person)
    client.post(f"/o/{meeting.organisation.slug}/office/agreed/{agreed.pk}/", {"done": "yes", "back": "own"})
    assert list(queries.agreed(meeting.organisation, manager.person)) == []


def test_what_was_held_is_neither_moved_nor_called_off(meeting: OneToOne, lead: Membership) -> None:
    actions.hold_one_to_one(meeting, by=lead.person)
    with pytest.raises(ValidationError, match="already"):
        actions.cancel_one_to_one(meeting, by=lead.person)
    with pytest.raises(ValidationError, match="already"):
        actions.move_one_to_one(meeting, by=lead.person, at=now() + timedelta(days=9))


def test_the_next_is_due_when_the_last_is_long_ago_and_none_is_planned(
    harbour: Organisation, lead: Membership, manager: Membership
) -> None:
    create_project(
        harbour, by=None, code="A-1", name="Quay", manager=manager.person,
        portfolio=create_portfolio(harbour, by=None, name="Quays"),
    )  # fmt: skip
    then = datetime(2026, 1, 5, 9, tzinfo=UTC)
    day = date(2026, 3, 2)
    with clock_at(then):
        meeting = actions.plan_one_to_one(harbour, by=lead.person, manager=manager.person, at=then)
        assert queries.due_again(harbour, day, 5) == ([], 0)
        actions.hold_one_to_one(meeting, by=lead.person)
    assert [each.person for each in queries.due_again(harbour, day, 5)[0]] == [manager.person]
    assert queries.due_again(harbour, date(2026, 2, 10), 5) == ([], 0)
    actions.plan_one_to_one(harbour, by=lead.person, manager=manager.person, at=then + timedelta(days=80))
    assert queries.due_again(harbour, day, 5) == ([], 0)


def test_a_talk_takes_two_who_belong_there(harbour: Organisation, lead: Membership, enrol: Enrol) -> None:
    at = now()
    with pytest.raises(ValidationError, match="takes two"):
        actions.plan_one_to_one(harbour, by=lead.person, manager=lead.person, at=at)
    with pytest.raises(ValidationError, match="leads no projects"):
        actions.plan_one_to_one(harbour, by=lead.person, manager=enrol(harbour, "guest").person, at=at)
