"""Closing a session, its protocol, and who signs it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from office.acceptance_sessions.conftest import DAY, NOW, Agreed, People, closed, reworded, said, shown, signed_in
from office.reporting.pdf_text import pdf_text
from plumbline.office.acceptance.actions.asking import remind_signatories
from plumbline.office.acceptance.actions.closing import close_session, name_signatory, sign
from plumbline.office.acceptance.actions.sessions import add_attendee, call_session, change_session
from plumbline.office.acceptance.queries.agreed import last_shown
from plumbline.office.acceptance.queries.protocols import protocol_page
from plumbline.office.acceptance.session_models import AcceptanceSession, Protocol, Signature
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.frozen import digest_of
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Language, Membership, Organisation
from plumbline.office.projects.models import Project

typesetter = pytest.mark.skipif(not can_be_made(), reason="needs the extra pdf")


@pytest.fixture
def protocol(session: AcceptanceSession, people: People, agreed: Agreed) -> Protocol:
    """Three shown of four: accepted, with a remark, rejected."""
    items = shown(session, people.mira, *(agreed(f"Gate {each} opens") for each in "ABCD"))
    for item, outcome, words in zip(
        items, ("accepted", "remarks", "rejected", "not_shown"), ("", "It squeaks.", "It sticks.", ""), strict=True
    ):
        said(item, people.bo, outcome, words)
    return closed(session, people.mira)


def test_what_stands_in_the_way_of_closing_is_told_at_once(
    session: AcceptanceSession, people: People, agreed: Agreed
) -> None:
    with pytest.raises(ValidationError) as refused:
        closed(session, people.mira)
    assert refused.value.messages == ["Nothing is on the agenda.", "Nobody signs for the accepting side."]
    shown(session, people.mira, agreed("The gate opens"))
    change_session(session, by=people.mira, held_on=DAY + timedelta(days=1), place="Lock house")
    with pytest.raises(ValidationError) as refused:
        closed(session, people.mira)
    assert [each[:20] for each in refused.value.messages] == [
        "Not decided yet: AC-", "It is held on 3 Marc", "Nobody signs for the",
    ]  # fmt: skip


def test_what_was_decided_meanwhile_is_read_first(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    said(item, people.bo, "accepted")
    said(item, people.bo, "rejected", "It sticks.")
    with pytest.raises(ValidationError, match="decided meanwhile"):
        close_session(session, by=people.mira, seen=1)


def test_who_has_no_part_does_not_close(session: AcceptanceSession, people: People) -> None:
    for other in (people.sam, people.bo):
        with pytest.raises(PermissionDenied):
            closed(session, other)


def test_the_protocol_says_who_decided_what_on_which_text(protocol: Protocol) -> None:
    document = protocol.document
    assert document["facts"][-1] == [
        "Result",
        "1 accepted, 1 accepted with remarks, 1 rejected, 1 not shown, of 4",
    ]
    told = ("reference", "text", "outcome", "words", "by")
    assert [tuple(each[name] for name in told) for each in document["criteria"]] == [
        ("AC-1", "Gate A opens, every time.", "accepted", "", "Bo Buyer"),
        ("AC-2", "Gate B opens, every time.", "remarks", "It squeaks.", "Bo Buyer"),
        ("AC-3", "Gate C opens, every time.", "rejected", "It sticks.", "Bo Buyer"),
        ("AC-4", "Gate D opens, every time.", "not_shown", "", "Bo Buyer"),
    ]  # fmt: skip
    assert document["attendees"] == [
        ["Sam Smith", "Supplier", "Supplier side"],
        ["Bo Buyer", "Business owner", "Accepting side"],
    ]
    assert protocol.digest == digest_of(document)


def test_after_closing_nothing_is_decided_any_more(protocol: Protocol, people: People) -> None:
    item = protocol.session.items.first()
    assert item is not None
    with pytest.raises(ValidationError, match="Call a further session"):
        said(item, people.bo, "accepted")
    with pytest.raises(ValidationError, match="Call a further session"):
        add_attendee(protocol.session, by=people.mira, name="Late", role="Guest")
    with pytest.raises(ValidationError, match="Call a further session"):
        closed(protocol.session, people.mira)


def test_neither_protocol_nor_signature_can_be_changed(protocol: Protocol, people: People) -> None:
    sign(protocol, by=people.bo, digest=protocol.digest)
    for table, values in ((Protocol, {"digest": "0" * 64}), (Signature, {"digest": "0" * 64})):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            table.objects.update(**values)
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            table.objects.all()._raw_delete("default")


def test_signed_is_what_was_read(protocol: Protocol, people: People) -> None:
    with pytest.raises(ValidationError, match="not the protocol that was frozen"):
        sign(protocol, by=people.bo, digest="0" * 64)
    with pytest.raises(PermissionDenied):
        sign(protocol, by=people.mira, digest=protocol.digest)
    sign(protocol, by=people.bo, digest=protocol.digest)
    with pytest.raises(ValidationError, match="signed already"):
        sign(protocol, by=people.bo, digest=protocol.digest)


def test_it_is_signed_when_both_sides_have(protocol: Protocol, people: People) -> None:
    assert not protocol_page(protocol, people.mira).is_signed
    sign(protocol, by=people.bo, digest=protocol.digest)
    assert not protocol_page(protocol, people.mira).is_signed
    sign(protocol, by=people.sam, digest=protocol.digest)
    assert protocol_page(protocol, people.mira).is_signed
    assert Notice.objects.filter(person=people.mira, title__startswith="All have signed").count() == 1


def test_who_left_is_not_waited_for_but_their_side_is(protocol: Protocol, people: People, agreed: Agreed) -> None:
    Membership.objects.filter(person=people.sam).update(active=False)
    sign(protocol, by=people.bo, digest=protocol.digest)
    assert not protocol_page(protocol, people.mira).is_signed
    name_signatory(protocol, by=people.mira, person=people.mira, role="Supplier", side="supplier")
    sign(protocol, by=people.mira, digest=protocol.digest)
    assert protocol_page(protocol, people.mira).is_signed


def test_the_first_showing_of_each_criterion_is_known(
    protocol: Protocol, project: Project, people: People, agreed: Agreed
) -> None:
    """A tap that was taken back before the session was closed is no showing, nor is what was not shown."""
    again = call_session(project, by=people.mira, held_on=DAY, place="Lock house")
    add_attendee(again, by=people.mira, person=people.sam, role="Supplier", side="supplier")
    third, fourth = project.criteria.filter(number__in=(3, 4)).order_by("number")
    for item in shown(again, people.mira, third, fourth):
        said(item, people.bo, "rejected", "A wrong tap.")
        said(item, people.bo, "accepted")
    closed(again, people.mira)
    showings = project.criteria.order_by("number", "agenda_items__session__number")
    assert list(showings.values_list("number", "agenda_items__showing", "agenda_items__final__outcome")) == [
        (1, 1, "accepted"), (2, 1, "remarks"), (3, 1, "rejected"), (3, 2, "accepted"),
        (4, None, "not_shown"), (4, 1, "accepted"),
    ]  # fmt: skip
    assert {each.criterion.number: each.session.number for each in last_shown(project).values()} == {
        1: 1, 2: 1, 3: 2, 4: 2,
    }  # fmt: skip


def test_closing_leaves_the_mark_for_those_who_assess(protocol: Protocol, project: Project) -> None:
    project.refresh_from_db()
    assert project.facts_changed_at == NOW


def test_a_text_that_changes_later_leaves_the_protocol_as_it_was(protocol: Protocol, project: Project) -> None:
    reworded(project.criteria.get(number=1), "Gate A opens in a minute.")
    found = Protocol.objects.get(pk=protocol.pk)
    assert digest_of(found.document) == found.digest
    assert found.document["criteria"][0]["text"] == "Gate A opens, every time."


def test_who_has_not_signed_is_reminded_four_times_at_most(protocol: Protocol, people: People) -> None:
    sign(protocol, by=people.sam, digest=protocol.digest)
    for day in range(60):
        with clock_at(NOW + timedelta(days=day, minutes=1)):
            remind_signatories()
            remind_signatories()
    reminded = Notice.objects.filter(title__contains="waits for your signature").order_by("told_at")
    assert {each.person for each in reminded} == {people.bo}
    assert [(each.told_at - NOW).days for each in reminded] == [3, 10, 17, 24]


def test_reminders_are_in_the_language_of_the_mail(
    harbour: Organisation, session: AcceptanceSession, people: People, agreed: Agreed
) -> None:
    Organisation.objects.update(mail_language=Language.GERMAN)
    (item,) = shown(session, people.mira, agreed("The gate opens"))
    said(item, people.bo, "accepted")
    closed(AcceptanceSession.objects.get(pk=session.pk), people.mira)
    with clock_at(NOW + timedelta(days=4)):
        remind_signatories()
    reminded = Notice.objects.filter(person=people.bo).latest("id")
    assert reminded.title_in_mail == "Das Abnahmeprotokoll AS-1 of Q-1 Crossing wartet auf Ihre Unterschrift"
    assert reminded.reason_in_mail == "Es wurde am 2. März 2026 abgeschlossen."


@typesetter
def test_the_pdf_says_what_the_protocol_says(protocol: Protocol, people: People) -> None:
    sign(protocol, by=people.bo, digest=protocol.digest)
    client = signed_in(people.sam)
    path = f"/o/harbour-works/acceptance/protocols/{protocol.pk}/protocol.pdf"
    answer = client.get(path)
    assert answer["Content-Disposition"] == 'attachment; filename="Q-1 AS-1 protocol.pdf"'
    words = " ".join(pdf_text(answer.content).split())
    for told in ("Acceptance protocol AS-1", "Gate B opens, every time.", "It squeaks.", "It sticks.", "Lock house",
                 "Bo Buyer", "Sam Smith", "Yet to sign", protocol.digest[:20]):  # fmt: skip
        assert told in words, told
    assert client.get(path).content == answer.content


@typesetter
def test_text_that_looks_like_markup_stays_text(session: AcceptanceSession, people: People, agreed: Agreed) -> None:
    criterion = agreed("The gate #strong[opens] $x$ \\")
    reworded(criterion, "Given <b>a</b> #panic()\n  When $1\n\n    Then @AC-1 \u202e \U0001f6a2", agreed=True)
    (item,) = shown(session, people.mira, criterion)
    said(item, people.bo, "accepted")
    made = closed(session, people.mira)
    client = signed_in(people.mira)
    assert client.get(f"/o/harbour-works/acceptance/protocols/{made.pk}/protocol.pdf").content[:5] == b"%PDF-"
    page = client.get(f"/o/harbour-works/acceptance/protocols/{made.pk}/").content.decode()
    assert "&lt;b&gt;a&lt;/b&gt; #panic()" in page
