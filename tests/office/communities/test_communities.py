"""Who may ask, answer, vote, accept, retire and hide, and what is never shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from plumbline.office.communities import actions
from plumbline.office.communities.models import Community, CommunityAnswer, CommunityQuestion, Vote
from plumbline.office.communities.queries import practice_about
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.models import AuditLine
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

SignedIn = Callable[[Person], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture
def community(harbour: Organisation, ada: Person) -> Community:
    return actions.begin_community(harbour, by=ada, title="Risks", about="", topics=["register:risk"], leads=[ada])


@pytest.fixture
def jory(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.TEAM_MEMBER, "Jory Reed").person


@pytest.fixture
def question(community: Community, mira: Person) -> CommunityQuestion:
    return actions.ask(community, by=mira, title="Who owns it?", text="**Two** of us", topic="register:risk")


@pytest.fixture
def answer(question: CommunityQuestion, jory: Person) -> CommunityAnswer:
    return actions.answer(question, by=jory, text="<script>alert(1)</script> [x](javascript:alert) **You**")


def at(question: CommunityQuestion, rest: str = "") -> str:
    return f"/o/{question.community.organisation.slug}/people/communities/questions/{question.pk}/{rest}"


def test_one_vote_of_each_and_none_for_oneself(answer: CommunityAnswer, mira: Person, jory: Person) -> None:
    for _ in range(2):
        actions.vote(answer, by=mira, helps=True)
    assert Vote.objects.count() == 1
    actions.vote(answer, by=mira, helps=False)
    assert Vote.objects.count() == 0
    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.vote(answer, by=jory, helps=True)


def test_who_neither_asked_nor_leads_accepts_nothing(answer: CommunityAnswer, jory: Person) -> None:
    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.accept(answer, by=jory)


def test_a_second_answer_is_accepted_only_after_the_first_is_retired(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, ada: Person
) -> None:
    second = actions.answer(question, by=ada, text="Neither")
    actions.accept(answer, by=mira)
    with pytest.raises(ValidationError, match="accepted already"):
        actions.accept(second, by=ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommunityAnswer.objects.filter(pk=second.pk).update(accepted_at=now())
    actions.retire(answer, by=ada, because="Wrong")
    actions.accept(second, by=ada)
    found = practice_about(question.community.organisation, ["register:risk"])
    assert [each.text for each in found] == ["Neither"]


def test_guidance_of_one_organisation_is_not_told_in_another(
    answer: CommunityAnswer, mira: Person, northern: Organisation
) -> None:
    actions.accept(answer, by=mira)
    assert practice_about(northern, ["register:risk"]) == []


def test_hidden_words_are_read_by_leads_alone_and_the_reason_is_kept(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, ada: Person, jory: Person, signed_in: SignedIn
) -> None:
    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.hide(answer, by=mira, because="Rude")
    with pytest.raises(ValidationError, match="why"):
        actions.hide(answer, by=ada, because=" ")
    actions.hide(answer, by=ada, because="Rude")
    assert AuditLine.objects.get(verb="hide_in_community").details == {"because": "Rude"}
    assert Notice.objects.get(person=jory, kind="community_hidden").reason == "Rude"
    assert "<strong>You</strong>" not in signed_in(mira).get(at(question)).content.decode()
    assert "<strong>You</strong>" in signed_in(ada).get(at(question)).content.decode()
    actions.hide(question, by=ada, because="Names a client")
    assert "Who owns it?" not in signed_in(mira).get(at(question)).content.decode()
    assert "Names a client" in signed_in(mira).get(at(question)).content.decode()


def test_markdown_brings_neither_scripts_nor_dangerous_links(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, signed_in: SignedIn
) -> None:
    page = signed_in(mira).get(at(question)).content.decode()
    assert "<strong>You</strong>" in page
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_guests_are_refused_and_to_strangers_there_is_nothing(
    question: CommunityQuestion, harbour: Organisation, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    guest = signed_in(enrol(harbour, Role.GUEST).person).get(at(question))
    assert guest.status_code == 403
    assert "does not allow" in guest.content.decode()
    assert signed_in(olav).get(at(question)).status_code == 404
    assert signed_in(olav).get(f"/o/northern-line/people/communities/questions/{question.pk}/").status_code == 404


def test_members_begin_no_community(community: Community, mira: Person, signed_in: SignedIn) -> None:
    path = f"/o/{community.organisation.slug}/people/communities/"
    assert signed_in(mira).get(f"{path}add/").status_code == 403
    assert signed_in(mira).get(f"{path}{community.pk}/edit/").status_code == 403


def test_an_empty_post_and_a_question_that_is_too_long_change_nothing(
    answer: CommunityAnswer, question: CommunityQuestion, ada: Person, signed_in: SignedIn
) -> None:
    client, before = signed_in(ada), AuditLine.objects.count()
    start = f"/o/{question.community.organisation.slug}/people/communities/"
    client.post(at(question))
    client.post(at(question, "do/"))
    client.post(f"{start}answers/{answer.pk}/do/")
    client.post(f"{start}answers/{answer.pk}/do/", {"do": "hide", "because": "x" * 301})
    client.post(f"{start}{question.community_id}/belong/")
    client.post(f"{start}{question.community_id}/ask/", {"title": "x" * 200, "text": "y"})
    client.post(f"{start}{question.community_id}/ask/", {"title": "x", "text": "y", "topic": "rule:none"})
    assert AuditLine.objects.count() == before


def test_pages_take_the_same_queries_however_much_is_said(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, jory: Person, signed_in: SignedIn
) -> None:
    client = signed_in(mira)
    pages = [
        at(question),
        at(question).partition("questions/")[0],
        f"/o/harbour-works/people/communities/{question.community_id}/",
    ]

    def counts() -> list[int]:
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(page).status_code == 200
            found.append(len(asked))
        return found

    counts()
    before = counts()
    for number in range(5):
        actions.answer(question, by=jory, text=f"Answer {number}")
        actions.ask(question.community, by=jory, title=f"Question {number}", text="?")
        actions.join(question.community, by=jory)
    Notice.objects.all().delete()
    assert counts() == before
