"""A charter is approved by somebody else, for just what was asked, and never changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client

from office.conftest import Enrol
from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.mandate import actions
from plumbline.office.mandate.models import Challenge, CharterProposal, CharterVersion
from plumbline.office.mandate.queries.charter import charter
from plumbline.office.mandate.queries.versions import differences
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def test_one_with_serious_mistakes_is_not_even_asked_for(harbour: Organisation, ada: Person) -> None:
    with pytest.raises(ValidationError, match="purpose is not written"):
        actions.ask_for_approval(harbour, by=ada)
    assert not CharterProposal.objects.exists()


def test_whoever_asked_cannot_approve_it(harbour: Organisation, ada: Person, osric: Person, written: Challenge) -> None:
    proposal = actions.ask_for_approval(harbour, by=ada)
    assert Notice.objects.filter(person=osric, kind="approval").count() == 1
    for alone in (False, True):
        with pytest.raises(ValidationError, match="Somebody else"):
            actions.approve_charter(proposal, by=ada, alone=alone)
    version = actions.approve_charter(proposal, by=osric, note="Good.")
    assert (version.number, version.asked_by, version.approved_by) == (1, ada, osric)
    assert not CharterProposal.objects.exists()
    assert Notice.objects.filter(person=ada, kind="approval").count() == 1


def test_who_is_alone_may_approve_and_the_audit_says_so(harbour: Organisation, ada: Person, written: Challenge) -> None:
    harbour.memberships.exclude(person=ada).update(active=False)
    proposal = actions.ask_for_approval(harbour, by=ada)
    with pytest.raises(ValidationError, match="Somebody else"):
        actions.approve_charter(proposal, by=ada)
    actions.approve_charter(proposal, by=ada, alone=True)
    assert AuditLine.objects.get(verb="approve_charter").details["alone"] is True


def test_what_is_approved_is_what_was_asked_for(
    harbour: Organisation, ada: Person, osric: Person, written: Challenge
) -> None:
    proposal = actions.ask_for_approval(harbour, by=ada)
    actions.change_mandate(harbour, by=ada, purpose="The harbour has gone to sea.")
    seen = CharterProposal.objects.get()
    actions.ask_for_approval(harbour, by=ada)
    with pytest.raises(ValidationError, match="another version was asked for"):
        actions.approve_charter(seen, by=osric)
    actions.approve_charter(CharterProposal.objects.get(), by=osric)
    found = charter(harbour)
    assert found.text["purpose"] == "The harbour has gone to sea."
    assert not found.has_moved_on
    assert proposal.digest != CharterVersion.objects.get().digest


def test_the_page_keeps_the_approved_words_when_the_writing_moves_on(
    harbour: Organisation, ada: Person, osric: Person, written: Challenge
) -> None:
    actions.approve_charter(actions.ask_for_approval(harbour, by=ada), by=osric)
    actions.change_part(written, by=ada, title="Reports are late, all of them")
    found = charter(harbour)
    assert found.has_moved_on
    assert found.challenges[0].text["title"] != written.title
    actions.approve_charter(actions.ask_for_approval(harbour, by=ada), by=osric)
    second, first = CharterVersion.objects.all()
    where = [each[0] for each in differences(first, second)]
    assert where == [f"Challenges: {found.challenges[0].text['title']}", f"Challenges: {written.title}"]


def test_a_version_cannot_be_changed_in_the_database(
    harbour: Organisation, ada: Person, osric: Person, written: Challenge
) -> None:
    version = actions.approve_charter(actions.ask_for_approval(harbour, by=ada), by=osric)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        CharterVersion.objects.filter(pk=version.pk).update(note="Other")


def test_declining_needs_a_reason_which_is_told(
    harbour: Organisation, ada: Person, osric: Person, written: Challenge
) -> None:
    proposal = actions.ask_for_approval(harbour, by=ada)
    with pytest.raises(ValidationError, match="Say why"):
        actions.decline_charter(proposal, by=osric, reason=" ")
    actions.decline_charter(proposal, by=osric, reason="Too long.")
    assert "Too long." in Notice.objects.get(person=ada).title
    assert not CharterVersion.objects.exists()


def test_the_pages_go_the_same_way(
    harbour: Organisation, ada: Person, osric: Person, written: Challenge, signed_in: SignedIn
) -> None:
    at = f"/o/{harbour.slug}/office/"
    mine, theirs = signed_in(ada), signed_in(osric)
    assert "Draft" in mine.get(at).content.decode()
    assert mine.post(f"{at}approval/ask/").headers["Location"] == f"{at}approval/"
    digest = CharterProposal.objects.get().digest
    mine.post(f"{at}approval/approve/", {"digest": digest})
    assert not CharterVersion.objects.exists()
    theirs.post(f"{at}approval/approve/", {"digest": "another"})
    assert not CharterVersion.objects.exists()
    theirs.post(f"{at}approval/approve/", {"digest": digest, "note": "Good."})
    assert "approved by Osric Quay" in mine.get(at).content.decode()
    assert "It is the first." in theirs.get(f"{at}charters/1/").content.decode()
    assert theirs.get(f"{at}charters/2/").status_code == 404


@pytest.mark.skipif(not can_be_made(), reason="needs the extra pdf")
def test_the_charter_is_printed_as_what_it_is(
    harbour: Organisation, ada: Person, written: Challenge, signed_in: SignedIn
) -> None:
    printed = signed_in(ada).get(f"/o/{harbour.slug}/office/charter.pdf")
    assert printed.content.startswith(b"%PDF")
    assert b"pdfuaid" in printed.content
    assert "charter-harbour-works-draft.pdf" in printed.headers["Content-Disposition"]


def test_a_team_member_reads_it_and_writes_nothing(
    harbour: Organisation, written: Challenge, enrol: Enrol, signed_in: SignedIn
) -> None:
    reader = signed_in(enrol(harbour, Role.TEAM_MEMBER, "Lior").person)
    page = reader.get(f"/o/{harbour.slug}/office/").content.decode()
    assert "The harbour sees where it is going." in page
    assert "Write it" not in page
    assert reader.get(f"/o/{harbour.slug}/office/mandate/challenges/").status_code == 403
