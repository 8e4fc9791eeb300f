"""Pairs are proposed to both, begin when both agree, and nobody learns who would rather not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from office.mentoring.conftest import DOCKS, SPOKEN
from plumbline.engine.pairing import Competency
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.foundation.models import AuditLine
from plumbline.office.mentoring import actions, queries
from plumbline.office.mentoring.models import MentoringProgramme, Pair, Wish
from plumbline.office.notifications.models import Notice
from plumbline.office.operations.due import mentoring_waiting
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project

pytestmark = pytest.mark.django_db


def test_both_are_asked_and_read_the_reasons(proposed: Pair, mentor: Membership, mentee: Membership) -> None:
    assert proposed.reasons[0] == "Can help with Docks."
    assert {each.person for each in Notice.objects.filter(kind="mentoring")} == {mentor.person, mentee.person}


def test_it_begins_with_the_second_yes(proposed: Pair, mentor: Membership, mentee: Membership) -> None:
    assert actions.agree_to_pair(proposed, by=mentee.person).is_proposed
    begun = actions.agree_to_pair(proposed, by=mentor.person)
    assert begun.is_running
    assert begun.began_on == today(begun.organisation)


@pytest.mark.parametrize("agreed_first", [True, False])
def test_nobody_learns_who_would_rather_not(
    proposed: Pair, mentor: Membership, mentee: Membership, agreed_first: bool
) -> None:
    if agreed_first:
        actions.agree_to_pair(proposed, by=mentor.person)
    actions.decline_pair(proposed, by=mentee.person)
    proposed.refresh_from_db()
    assert proposed.state == Pair.State.GONE
    assert (proposed.mentor_agreed_at, proposed.mentee_agreed_at) == (None, None)
    lines = AuditLine.objects.filter(object_type="mentoring.pair")
    assert {each.actor_name for each in lines} == {"Plumbline"}
    told = Notice.objects.filter(key__endswith=":gone")
    assert {(each.person_id, each.title) for each in told} == {
        (each.person_id, "A pair for mentoring is no longer proposed") for each in (mentor, mentee)
    }
    assert "Milo" not in "".join(f"{each.title}{each.reason}" for each in told)


def test_what_did_not_come_about_is_not_proposed_again(proposed: Pair, mentee: Membership, ada: Person) -> None:
    actions.decline_pair(proposed, by=mentee.person)
    assert actions.propose_pairs(proposed.programme, by=ada) == []


def test_a_proposal_that_is_taken_back_looks_the_same(proposed: Pair, mentor: Membership, ada: Person) -> None:
    with pytest.raises(PermissionDenied):
        actions.take_back(proposed, by=mentor.person)
    actions.take_back(proposed, by=ada)
    with pytest.raises(ValidationError, match="no longer proposed"):
        actions.agree_to_pair(proposed, by=mentor.person)
    assert AuditLine.objects.get(verb="let_mentoring_pair_go").actor_name == "Plumbline"


def test_only_the_two_answer(proposed: Pair, ada: Person) -> None:
    for deed in (actions.agree_to_pair, actions.decline_pair):
        with pytest.raises(PermissionDenied):
            deed(proposed, by=ada)


def test_nobody_is_proposed_a_second_mentor(running: Pair, ada: Person, harbour: Organisation, enrol: Enrol) -> None:
    other = enrol(harbour, Role.TEAM_MEMBER, "Nell Oar").person
    actions.make_offer(running.programme, by=other, strengths=[DOCKS], mentees=3, **SPOKEN)
    assert actions.propose_pairs(running.programme, by=ada) == []


def test_sponsors_and_managers_of_a_project_are_kept_apart(
    programme: MentoringProgramme, harbour: Organisation, enrol: Enrol, mira: Person, ada: Person
) -> None:
    sponsor = enrol(harbour, Role.EXECUTIVE, "Sol Pier").person
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    create_project(harbour, by=None, code="Q", name="Q", portfolio=portfolio, manager=mira, sponsor=sponsor)
    actions.make_offer(programme, by=sponsor, strengths=[DOCKS], mentees=1, **SPOKEN)
    actions.say_wish(programme, by=mira, goals=[DOCKS], **SPOKEN)
    assert actions.propose_pairs(programme, by=ada) == []


def test_whoever_says_that_they_report_to_somebody_is_kept_apart(
    programme: MentoringProgramme, mentor: Membership, mentee: Membership, ada: Person
) -> None:
    actions.make_offer(programme, by=mentor.person, strengths=[DOCKS], mentees=1, **SPOKEN)
    actions.say_wish(programme, by=mentee.person, goals=[DOCKS], line=[mentor.person], **SPOKEN)
    assert actions.propose_pairs(programme, by=ada) == []


def test_who_has_withdrawn_or_gone_is_left_out(
    programme: MentoringProgramme, mentor: Membership, mentee: Membership, ada: Person
) -> None:
    offer = actions.make_offer(programme, by=mentor.person, strengths=[DOCKS], mentees=1, **SPOKEN)
    actions.say_wish(programme, by=mentee.person, goals=[DOCKS], **SPOKEN)
    actions.withdraw_offer(offer, by=mentor.person)
    assert actions.propose_pairs(programme, by=ada) == []
    actions.make_offer(programme, by=mentor.person, strengths=[DOCKS], mentees=1, **SPOKEN)
    Membership.objects.filter(pk=mentee.pk).update(active=False)
    assert actions.propose_pairs(programme, by=ada) == []


def test_a_wish_is_said_anew(programme: MentoringProgramme, mentee: Membership) -> None:
    for goal in (DOCKS, Competency("Locks", 2)):
        actions.say_wish(programme, by=mentee.person, goals=[goal], **SPOKEN)
    assert Wish.objects.get().goals == [{"name": "Locks", "level": 2}]


def test_what_is_missing_is_refused(
    programme: MentoringProgramme, mentee: Membership, harbour: Organisation, enrol: Enrol
) -> None:
    with pytest.raises(ValidationError, match="at least one language"):
        actions.say_wish(programme, by=mentee.person, goals=[DOCKS], languages=" , ")
    with pytest.raises(ValidationError, match="at least one thing"):
        actions.say_wish(programme, by=mentee.person, goals=[], **SPOKEN)
    with pytest.raises(PermissionDenied):
        actions.say_wish(programme, by=enrol(harbour, Role.GUEST).person, goals=[DOCKS], **SPOKEN)
    with clock_at(now() + timedelta(days=300)), pytest.raises(ValidationError, match="is over"):
        actions.say_wish(programme, by=mentee.person, goals=[DOCKS], **SPOKEN)


def test_a_member_does_not_run_the_programme(programme: MentoringProgramme, mentee: Membership) -> None:
    with pytest.raises(PermissionDenied):
        actions.propose_pairs(programme, by=mentee.person)


def test_what_waits_stands_on_the_day_without_who_has_answered(proposed: Pair, mentor: Membership) -> None:
    before = mentoring_waiting.found(proposed.organisation, today(proposed.organisation), 5)
    actions.agree_to_pair(proposed, by=mentor.person)
    assert mentoring_waiting.found(proposed.organisation, today(proposed.organisation), 5) == before
    assert before.total == 1


def test_the_page_of_the_programme_asks_as_often_for_many(
    programme: MentoringProgramme, harbour: Organisation, enrol: Enrol, ada: Person
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as few:
            queries.programme_page(programme, today(harbour))
        return len(few)

    def take_part(number: int) -> None:
        mentor = enrol(harbour, Role.TEAM_MEMBER, f"Mentor {number}").person
        mentee = enrol(harbour, Role.TEAM_MEMBER, f"Mentee {number}").person
        actions.make_offer(programme, by=mentor, strengths=[DOCKS], mentees=1, **SPOKEN)
        actions.say_wish(programme, by=mentee, goals=[DOCKS], **SPOKEN)
        for pair in actions.propose_pairs(programme, by=ada):
            for person in (pair.mentor, pair.mentee):
                actions.agree_to_pair(pair, by=person)

    take_part(1)
    before = asked()
    for number in range(2, 6):
        take_part(number)
    assert asked() == before
