"""From the answer to “you said, we did”: who does what, who is told, what it becomes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from office.conftest import Enrol
from office.signals.conftest import about, at
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry
from plumbline.office.signals import actions
from plumbline.office.signals.models import Signal, SignalVote
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.standards.models import DraftRemark, StandardDraft

SignedIn = Callable[[Person], Client]
pytestmark = pytest.mark.django_db


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person, kind="signal").order_by("pk").values_list("title", flat=True))


def test_the_first_answer_stops_the_clock_and_the_sender_is_told(concern: Signal, ada: Person, jory: Person) -> None:
    with clock_at(at(3, 12)):
        actions.answer(concern, by=ada, text=" We look into it. ")
    concern.refresh_from_db()
    assert (concern.state, concern.answer, concern.answer_took, concern.next_at) == (
        "answered", "We look into it.", 8 * 60 + 120, None,
    )  # fmt: skip
    assert told(jory) == ["Your signal is answered: The crane leans."]
    with pytest.raises(ValidationError, match="already"):
        actions.answer(concern, by=ada, text="Again")


def test_it_is_closed_with_what_was_done_and_only_after_an_answer(concern: Signal, ada: Person, jory: Person) -> None:
    with pytest.raises(ValidationError, match="Answer it first"):
        actions.close(concern, by=ada, we_did=True, text="Done")
    actions.answer(concern, by=ada, text="We look")
    with pytest.raises(ValidationError, match="what you did"):
        actions.close(concern, by=ada, we_did=True, text="  ")
    actions.close(concern, by=ada, we_did=False, text="It stands straight.")
    concern.refresh_from_db()
    assert (concern.state, concern.we_did, concern.outcome) == ("closed", False, "It stands straight.")
    assert told(jory)[-1] == "You said, we did not, and say why: The crane leans."


def test_who_neither_owns_it_nor_runs_signals_answers_nothing(idea: Signal, mira: Person, jory: Person) -> None:
    deeds = (
        lambda by: actions.answer(idea, by=by, text="x"),
        lambda by: actions.close(idea, by=by, we_did=True, text="x"),
        lambda by: actions.open_for_all(idea, by=by),
        lambda by: actions.hand_over(idea, by=by, to=by),
        lambda by: actions.become_draft(idea, by=by, title="x", text="x"),
        lambda by: actions.set_promises(idea.organisation, by=by, days={"idea": 1}),
    )
    for deed in deeds:
        for person in (mira, jory):
            with pytest.raises(PermissionDenied, match="does not allow"):
                deed(person)


def test_it_is_handed_to_the_manager_of_its_project_only_knowingly(
    crane: Project, harbour: Organisation, jory: Person, mira: Person, ada: Person
) -> None:
    signal = actions.raise_signal(harbour, by=jory, kind="concern", text="Mira shouts", subject=about(crane))
    with pytest.raises(ValidationError, match="may be about Mira"):
        actions.hand_over(signal, by=ada, to=mira)
    actions.hand_over(signal, by=ada, to=mira, knowingly=True)
    assert told(mira) == ["A signal waits for your answer: Mira shouts"]
    praise = actions.raise_signal(harbour, by=jory, kind="praise", text="Mira helps", subject=about(crane))
    actions.hand_over(praise, by=ada, to=mira)
    with pytest.raises(ValidationError, match="raised it"):
        actions.hand_over(praise, by=ada, to=jory)


def test_nobody_outside_gets_it(concern: Signal, ada: Person, olav: Person, enrol: Enrol) -> None:
    for each in (olav, enrol(concern.organisation, Role.GUEST).person):
        with pytest.raises(ValidationError, match="of the organisation"):
            actions.hand_over(concern, by=ada, to=each)


def test_one_vote_each_none_for_ones_own_and_none_unless_it_is_open(
    idea: Signal, concern: Signal, ada: Person, mira: Person, jory: Person
) -> None:
    for _ in range(2):
        actions.vote(idea, by=mira, agrees=True)
    assert SignalVote.objects.count() == 1
    actions.vote(idea, by=mira, agrees=False)
    assert not SignalVote.objects.exists()
    with pytest.raises(PermissionDenied, match="your own"):
        actions.vote(idea, by=jory, agrees=True)
    with pytest.raises(PermissionDenied, match="not open"):
        actions.vote(concern, by=mira, agrees=True)
    with pytest.raises(ValidationError, match="open to all"):
        actions.vote(concern, by=ada, agrees=True)


def test_once_it_is_opened_everybody_reads_votes_and_comments(
    concern: Signal, ada: Person, mira: Person, jory: Person, signed_in: SignedIn
) -> None:
    with pytest.raises(PermissionDenied, match="not open"):
        actions.comment(concern, by=mira, text="So it does")
    actions.open_for_all(concern, by=ada)
    actions.comment(concern, by=mira, text="So it <b>does</b>")
    actions.vote(concern, by=mira, agrees=True)
    page = signed_in(jory).get(f"/o/harbour-works/signals/{concern.pk}/").content.decode()
    assert "Mira Pontoon" in page
    assert "&lt;b&gt;" in page
    assert told(jory) == ["Mira Pontoon comments: The crane leans."]


def test_what_is_closed_is_read_and_talked_about_no_more(idea: Signal, ada: Person, mira: Person) -> None:
    actions.answer(idea, by=ada, text="Good")
    actions.close(idea, by=ada, we_did=True, text="It is yellow.")
    for refused in (
        lambda: actions.comment(idea, by=mira, text="And green?"),
        lambda: actions.vote(idea, by=mira, agrees=True),
        lambda: actions.become_draft(idea, by=ada, title="x", text="x"),
        lambda: actions.hand_over(idea, by=ada, to=mira),
    ):
        with pytest.raises(ValidationError, match="closed"):
            refused()


def test_you_said_we_did_shows_what_was_open_to_all(
    idea: Signal, concern: Signal, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    for each, words in ((idea, "It is yellow."), (concern, "It is straight.")):
        actions.answer(each, by=ada, text="We look")
        actions.close(each, by=ada, we_did=True, text=words)
    for reader, seen in ((mira, [True, False]), (ada, [True, False])):
        page = signed_in(reader).get("/o/harbour-works/signals/done/").content.decode()
        assert [each in page for each in ("It is yellow.", "It is straight.")] == seen


@pytest.mark.parametrize("kind", ["risk", "issue", "lesson"])
def test_it_becomes_an_entry_of_a_register_and_both_lead_to_each_other(
    crane: Project, concern: Signal, ada: Person, jory: Person, signed_in: SignedIn, kind: str
) -> None:
    actions.become_entry(concern, by=ada, kind=kind, project=crane, title="Leaning", description="By degrees.")
    entry, page = Entry.objects.get(), f"/o/harbour-works/signals/{concern.pk}/"
    assert entry.description == f"By degrees.\n\nFrom a signal: {page}"
    assert "crane leans" not in entry.description
    assert entry.reference in signed_in(jory).get(page).content.decode()
    assert told(jory) == [f"Your signal has become {entry.reference}"]
    with pytest.raises(ValidationError, match="already"):
        actions.become_entry(concern, by=ada, kind=kind, project=crane, title="Again")


def test_it_becomes_nothing_else_and_nothing_elsewhere(crane: Project, concern: Signal, ada: Person) -> None:
    with pytest.raises(ValidationError, match="a risk"):
        actions.become_entry(concern, by=ada, kind="decision", project=crane, title="Leaning")
    with pytest.raises(ValidationError):
        actions.become_entry(concern, by=ada, kind="risk", project=crane, title="")
    assert not Entry.objects.exists()


def test_it_becomes_a_draft_of_the_standard_with_a_remark(harbour: Organisation, idea: Signal, ada: Person) -> None:
    with pytest.raises(ValidationError, match="no standard"):
        actions.become_draft(idea, by=ada, title="Yellow", text="All cranes")
    version = publish_builtin(harbour, "predictive", by=ada)
    actions.become_draft(idea, by=ada, title="Yellow", text="All cranes")
    draft, remark = StandardDraft.objects.get(), DraftRemark.objects.get()
    assert (draft.begun_from, draft.files, remark.verdict) == (version, version.files, "comment")
    assert remark.text.startswith("All cranes")
    assert f"/signals/{idea.pk}/" in remark.text


def test_the_owner_without_the_right_to_write_standards_begins_no_draft(
    idea: Signal, ada: Person, mira: Person
) -> None:
    actions.hand_over(idea, by=ada, to=mira)
    with pytest.raises(PermissionDenied, match="write standards"):
        actions.become_draft(idea, by=mira, title="Yellow", text="All cranes")
