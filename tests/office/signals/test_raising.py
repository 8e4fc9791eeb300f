"""Who raises what, who is to answer it by when, and who sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from office.conftest import Enrol
from office.signals.conftest import about, at, raised_anonymously
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.notifications.models import Notice
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.signals import actions
from plumbline.office.signals.models import Signal
from plumbline.office.signals.owners import proposed_owner
from plumbline.office.signals.subjects import NOTHING, Subject, subject_of
from plumbline.office.standards.actions import publish_builtin

SignedIn = Callable[[Person], Client]
pytestmark = pytest.mark.django_db


def test_the_head_of_the_pmo_is_told_and_has_three_working_days(concern: Signal, ada: Person) -> None:
    assert (concern.owner, concern.due_at) == (ada, datetime(2026, 3, 5, 10, tzinfo=UTC))
    assert Notice.objects.get(person=ada, kind="signal").title == "A signal waits for your answer: The crane leans."


def test_the_audit_line_has_none_of_its_words(concern: Signal) -> None:
    line = AuditLine.objects.get(verb="raise_signal")
    assert (line.object_label, line.details) == ("Concern of 2026-03-02", {"kind": "concern"})


def test_of_a_project_its_sponsor_answers_and_never_its_manager(
    crane: Project, harbour: Organisation, ada: Person, mira: Person, sponsor: Person
) -> None:
    assert proposed_owner(harbour, about(crane)) == sponsor
    assert proposed_owner(harbour, about(crane), by=sponsor) == ada
    Project.objects.filter(pk=crane.pk).update(sponsor=mira)
    assert proposed_owner(harbour, about(Project.objects.get())) == ada


def test_of_the_standard_whoever_published_it_answers(harbour: Organisation, ada: Person, enrol: Enrol) -> None:
    keeper = enrol(harbour, Role.PMO_STAFF, "Ines Keel").person
    version = publish_builtin(harbour, "predictive", by=keeper)
    found = subject_of(harbour, "rule:leads")
    assert (found.standard, found.rule, bool(found.rule_title)) == (version, "leads", True)
    assert proposed_owner(harbour, found) == keeper
    keeper.memberships.update(active=False)
    assert proposed_owner(harbour, found) == ada


def test_who_raised_it_answers_only_where_there_is_nobody_else(
    harbour: Organisation, ada: Person, enrol: Enrol
) -> None:
    assert proposed_owner(harbour, NOTHING, by=ada) == ada
    staff = enrol(harbour, Role.PMO_STAFF, "Ines Keel").person
    assert proposed_owner(harbour, NOTHING, by=ada) == staff


@pytest.mark.parametrize("key", ["project:{other}", "project:x", "rule:nothing", "standard:1", "unit:", "bogus", ""])
def test_what_is_not_there_is_nothing_in_particular(
    harbour: Organisation, northern: Organisation, olav: Person, key: str
) -> None:
    unit = create_unit(northern, by=olav, name="Sleepers", parent=None)
    assert subject_of(harbour, key.format(other=unit.pk)) == NOTHING
    assert subject_of(harbour, f"unit:{unit.pk}") == NOTHING
    assert subject_of(northern, f"unit:{unit.pk}") == Subject(unit=unit)


def test_ideas_are_open_to_all_and_concerns_are_not_unless_their_sender_says_so(
    harbour: Organisation, ada: Person, jory: Person
) -> None:
    said = {"by": jory, "text": "Look"}
    usual = [actions.raise_signal(harbour, kind=each, **said).is_open for each in ("idea", "praise", "concern")]
    assert usual == [True, True, False]
    assert actions.raise_signal(harbour, kind="help", is_open=True, **said).is_open
    assert not actions.raise_signal(harbour, kind="idea", is_open=False, **said).is_open


def test_its_title_is_its_first_line_cut_at_a_word(concern: Signal) -> None:
    assert concern.title == "The crane leans."
    concern.text = "word " * 40
    assert concern.title == "word " * 17 + "…"
    assert Signal(text="x" * 200).title == "x" * 89 + " …"


def test_what_is_not_open_is_seen_by_its_sender_its_owner_and_those_who_run_signals(
    concern: Signal, ada: Person, jory: Person, mira: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    page = f"/o/harbour-works/signals/{concern.pk}/"
    staff = enrol(concern.organisation, Role.PMO_STAFF, "Ines Keel").person
    assert [signed_in(each).get(page).status_code for each in (ada, jory, staff, mira)] == [200, 200, 200, 403]
    refused = signed_in(mira).get(page).content.decode()
    assert "does not allow" in refused
    assert "crane" not in refused
    assert "crane" not in signed_in(mira).get("/o/harbour-works/signals/").content.decode()
    actions.hand_over(concern, by=ada, to=mira)
    assert signed_in(mira).get(page).status_code == 200


def test_guests_raise_nothing_and_to_strangers_there_is_nothing(
    concern: Signal, harbour: Organisation, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    guest = enrol(harbour, Role.GUEST).person
    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.raise_signal(harbour, by=guest, kind="idea", text="Look")
    assert signed_in(guest).get("/o/harbour-works/signals/raise/").status_code == 403
    assert signed_in(olav).get(f"/o/harbour-works/signals/{concern.pk}/").status_code == 404
    assert signed_in(olav).get(f"/o/northern-line/signals/{concern.pk}/").status_code == 404


def test_words_are_changed_and_withdrawn_by_their_sender_before_an_answer(
    concern: Signal, idea: Signal, ada: Person, jory: Person, mira: Person, signed_in: SignedIn
) -> None:
    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.reword(concern, by=ada, text="All is well")
    actions.reword(concern, by=jory, text="The crane leans a little")
    actions.withdraw(idea, by=jory)
    assert signed_in(mira).get(f"/o/harbour-works/signals/{idea.pk}/").status_code == 403
    assert signed_in(jory).get(f"/o/harbour-works/signals/{idea.pk}/").status_code == 200
    actions.answer(concern, by=ada, text="We look")
    for refused in (lambda: actions.reword(concern, by=jory, text="x"), lambda: actions.withdraw(concern, by=jory)):
        with pytest.raises(ValidationError, match="answered"):
            refused()


def test_nobody_withdraws_what_is_anonymous(harbour: Organisation, ada: Person, jory: Person) -> None:
    signal, _ = raised_anonymously(harbour)
    for each in (ada, jory):
        with pytest.raises(PermissionDenied, match="does not allow"):
            actions.withdraw(signal, by=each)


def test_one_person_does_not_flood_the_office(harbour: Organisation, ada: Person, jory: Person) -> None:
    for _ in range(20):
        actions.raise_signal(harbour, by=jory, kind="idea", text="Again")
    with pytest.raises(ValidationError, match="tomorrow"):
        actions.raise_signal(harbour, by=jory, kind="idea", text="Again")


def test_an_office_without_staff_says_that_nobody_could_answer(northern: Organisation, enrol: Enrol) -> None:
    hand = enrol(northern, Role.TEAM_MEMBER, "Hand").person
    with pytest.raises(ValidationError, match="no PMO"):
        actions.raise_signal(northern, by=hand, kind="idea", text="A PMO")


def test_a_link_chooses_what_it_is_about_and_the_form_raises_it(
    crane: Project, jory: Person, sponsor: Person, signed_in: SignedIn
) -> None:
    client, page = signed_in(jory), f"/o/harbour-works/signals/raise/?about=project:{crane.pk}"
    assert f'value="project:{crane.pk}" selected' in client.get(page).content.decode()
    assert client.post(page, {}).status_code == 200
    assert not Signal.objects.exists()
    with clock_at(at(2)):
        said = {"kind": "concern", "text": "It leans", "about": f"project:{crane.pk}", "who": "named", "seen_by": ""}
        sent = client.post(page, said)
    raised = Signal.objects.get()
    assert sent["Location"] == f"/o/harbour-works/signals/{raised.pk}/"
    assert (raised.project, raised.by, raised.owner) == (crane, jory, sponsor)
