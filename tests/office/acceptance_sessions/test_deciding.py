"""Who decides about what, on which text."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from office.acceptance_sessions.conftest import Agreed, People, closed, reworded, said, shown
from plumbline.office.acceptance.actions.deciding import decide
from plumbline.office.acceptance.actions.sessions import (
    add_attendee,
    call_off,
    call_session,
    put_on_agenda,
    remove_attendee,
    take_off_agenda,
)
from plumbline.office.acceptance.queries.agreed import offered
from plumbline.office.acceptance.session_models import AcceptanceDecision, AcceptanceSession
from plumbline.office.foundation.models import AuditLine
from plumbline.office.governance.actions import end_appointment
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project


def test_only_what_is_agreed_on_comes_on_the_agenda(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    ready, raw = agreed("The gate opens"), agreed("The gate shuts", agreed=False)
    with pytest.raises(ValidationError, match="AC-2 is not agreed on as it stands"):
        put_on_agenda(session, by=people.mira, criteria=[ready, raw])
    assert not session.items.exists()
    assert [(each.criterion, each.why_not) for each in offered(session)] == [
        (ready, ""),
        (raw, "Nobody has agreed on its present text yet."),
    ]


def test_it_is_said_who_has_agreed_so_far(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    raw = agreed("The gate shuts", agreed=False)
    text = raw.texts.get()
    for voice, agrees in (("business", True), ("test", True), ("test", False)):
        text.agreements.create(voice=voice, agrees=agrees, by=people.mira)
    assert [each.why_not for each in offered(session)] == ["Only Business has agreed on its present text."]


def test_the_role_that_the_criterion_names_decides(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    for other in (people.mira, people.sam, people.ada):
        with pytest.raises(PermissionDenied, match="accepted by: Business owner"):
            said(item, other, "accepted")
    assert said(item, people.bo, "accepted").number == 1


def test_where_no_role_is_named_the_office_decides(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens", role=""))
    with pytest.raises(PermissionDenied, match="accepted by: PMO"):
        said(item, people.bo, "accepted")
    assert said(item, people.ada, "accepted").by == people.ada


def test_staff_of_the_office_who_manage_the_project_do_not_accept_it(
    session: AcceptanceSession, people: People, agreed: Agreed, project: Project
) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens", role=""))
    Project.objects.filter(pk=project.pk).update(manager=people.ada)
    with pytest.raises(PermissionDenied, match="accepted by: PMO"):
        said(item, people.ada, "accepted")


def test_who_has_lost_the_role_decides_no_more(
    session: AcceptanceSession, people: People, agreed: Agreed, project: Project
) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    end_appointment(project.appointments.get(), by=None)
    with pytest.raises(PermissionDenied):
        said(item, people.bo, "accepted")


def test_who_signs_for_the_supplier_does_not_accept(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    add_attendee(session, by=people.mira, person=people.bo, role="Both", side="supplier")
    with pytest.raises(PermissionDenied, match="supplier side"):
        said(item, people.bo, "accepted")


@pytest.mark.parametrize(("outcome", "asked"), [("rejected", "why it is rejected"), ("remarks", "what you remark")])
def test_a_remark_and_a_rejection_need_words(
    session: AcceptanceSession, people: People, agreed: Agreed, outcome: str, asked: str
) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    with pytest.raises(ValidationError, match=asked):
        said(item, people.bo, outcome, "  ")
    assert said(item, people.bo, outcome, "It squeaks.").words == "It squeaks."


def test_a_decision_may_be_taken_anew_and_none_is_lost(
    session: AcceptanceSession, people: People, agreed: Agreed
) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    said(item, people.bo, "accepted")
    said(item, people.bo, "accepted")
    said(item, people.bo, "rejected", "It squeaks.")
    assert list(item.decisions.values_list("number", "outcome")) == [(1, "accepted"), (2, "rejected")]


def test_what_changed_while_it_was_read_is_not_decided(
    session: AcceptanceSession, people: People, agreed: Agreed
) -> None:
    criterion = agreed("The gate opens")
    (item,) = shown(session, people.mira, criterion)
    read = criterion.texts.get()
    reworded(criterion, "The gate opens within a minute.", agreed=True)
    with pytest.raises(ValidationError, match="The text of AC-1 has changed"):
        decide(item, by=people.bo, text_id=read.pk, outcome="accepted")


def test_a_text_that_lost_its_agreement_is_not_decided(
    session: AcceptanceSession, people: People, agreed: Agreed
) -> None:
    criterion = agreed("The gate opens")
    (item,) = shown(session, people.mira, criterion)
    reworded(criterion, "The gate opens within a minute.")
    with pytest.raises(ValidationError, match=r"AC-1 cannot be decided\. Nobody has agreed"):
        said(item, people.bo, "accepted")
    assert not AcceptanceDecision.objects.exists()


def test_decisions_are_only_added(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    said(item, people.bo, "accepted")
    for spoil in (lambda: item.decisions.update(outcome="rejected"), lambda: item.decisions.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            spoil()


def test_who_decides_signs_for_the_accepting_side(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    said(item, people.bo, "accepted")
    mine = session.attendees.get(person=people.bo)
    assert (mine.side, mine.role) == ("accepting", "Business owner")
    with pytest.raises(ValidationError, match="has decided here"):
        remove_attendee(mine, by=people.mira)


def test_for_the_accepting_side_signs_who_accepts_something_shown(
    session: AcceptanceSession, people: People, agreed: Agreed
) -> None:
    shown(session, people.mira, agreed("The gate opens"))
    with pytest.raises(ValidationError, match="accepts nothing on the agenda"):
        add_attendee(session, by=people.mira, person=people.ada, role="Office", side="accepting")
    add_attendee(session, by=people.mira, person=people.bo, role="Owner", side="accepting")


def test_somebody_without_an_account_is_there_but_signs_nothing(session: AcceptanceSession, people: People) -> None:
    with pytest.raises(ValidationError, match="Only somebody with an account"):
        add_attendee(session, by=people.mira, name="Lady Mayor", role="Guest", side="accepting")
    assert str(add_attendee(session, by=people.mira, name="Lady Mayor", role="Guest")) == "Lady Mayor, Guest"


def test_who_is_named_is_told_once_and_not_of_themselves(session: AcceptanceSession, people: People) -> None:
    add_attendee(session, by=people.mira, person=people.mira, role="Manager")
    told = Notice.objects.filter(kind="acceptance_session")
    assert [each.person for each in told] == [people.sam]
    assert told.get().title == "You are expected at an acceptance session of Crossing on 2 March 2026"


def test_a_stranger_is_not_named(session: AcceptanceSession, people: People, olav: Person) -> None:
    with pytest.raises(ValidationError, match="somebody of the organisation"):
        add_attendee(session, by=people.mira, person=olav, role="Spy")


def test_what_was_decided_stays_on_the_agenda(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    first, second = shown(session, people.mira, agreed("The gate opens"), agreed("The gate shuts"))
    said(first, people.bo, "accepted")
    with pytest.raises(ValidationError, match="Not shown"):
        take_off_agenda(first, by=people.mira)
    take_off_agenda(second, by=people.mira)
    assert session.items.get() == first


def test_only_who_may_edit_the_project_prepares(project: Project, people: People, session: AcceptanceSession) -> None:
    for other in (people.bo, people.sam):
        with pytest.raises(PermissionDenied):
            call_session(project, by=other, held_on=session.held_on, place="Here")
    assert call_session(project, by=people.ada, held_on=session.held_on, place="Here").number == 2


def test_a_session_that_is_called_off_decides_nothing(
    session: AcceptanceSession, people: People, agreed: Agreed
) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    call_off(session, by=people.mira, because="Storm.")
    with pytest.raises(ValidationError, match="The session is called off"):
        said(item, people.bo, "accepted")


def test_every_deed_writes_one_line(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    said(item, people.bo, "accepted")
    closed(session, people.mira)
    verbs = list(AuditLine.objects.order_by("id").values_list("verb", flat=True))[-5:]
    assert verbs == [
        "call_acceptance_session", "add_attendee", "put_on_agenda", "decide_on_criterion", "close_acceptance_session",
    ]  # fmt: skip
