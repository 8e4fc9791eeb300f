"""Authors change and withdraw what they said; what it said before is kept."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from office.communities.test_communities import SignedIn, answer, at, community, jory, question
from plumbline.office.communities import actions
from plumbline.office.communities.models import Community, CommunityAnswer, CommunityQuestion, EarlierWords, Vote
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Person
from plumbline.office.search.subjects import community_questions

__all__ = ["answer", "community", "jory", "question"]
pytestmark = pytest.mark.django_db


def change_at(answer: CommunityAnswer) -> str:
    return f"/o/{answer.question.community.organisation.slug}/people/communities/answers/{answer.pk}/edit/"


def found_by_search() -> list[str]:
    return [told.text for each in community_questions.rows() for told in community_questions.tell(each)]


def test_what_it_said_before_is_read_below_it_and_votes_go(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, jory: Person, signed_in: SignedIn
) -> None:
    actions.vote(answer, by=mira, helps=True)
    signed_in(jory).post(change_at(answer), {"text": "The **sponsor**", "do": "change"})
    page = signed_in(mira).get(at(question)).content.decode()
    assert "<strong>sponsor</strong>" in page
    assert "<strong>You</strong>" in page.partition("what it said before")[2]
    assert not Vote.objects.exists()
    assert found_by_search() == ["**Two** of us The **sponsor**"]


def test_the_words_before_can_be_neither_changed_nor_deleted(answer: CommunityAnswer, jory: Person) -> None:
    actions.change_words(answer, by=jory, text="Another")
    with pytest.raises(IntegrityError), transaction.atomic():
        EarlierWords.objects.update(text="Never said")
    with pytest.raises(IntegrityError), transaction.atomic():
        EarlierWords.objects.all().delete()


def test_a_question_is_changed_with_its_title(
    question: CommunityQuestion, mira: Person, jory: Person, signed_in: SignedIn
) -> None:
    signed_in(mira).post(at(question, "edit/"), {"title": "Who pays?", "text": "Of us", "do": "change"})
    page = signed_in(jory).get(at(question)).content.decode()
    assert "Who pays?" in page
    assert "Who owns it?" in page.partition("what it said before")[2]


def test_nobody_else_changes_or_withdraws_it_not_even_a_lead(
    answer: CommunityAnswer, question: CommunityQuestion, ada: Person, signed_in: SignedIn
) -> None:
    client: Client = signed_in(ada)
    for path in (change_at(answer), at(question, "edit/")):
        assert client.get(path).status_code == 403
        for said in ({"title": "x", "text": "y"}, {"do": "withdraw"}):
            refused = client.post(path, said)
            assert refused.status_code == 403
            assert "does not allow" in refused.content.decode()
    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.change_words(answer, by=ada, text="y")
    assert not EarlierWords.objects.exists()


def test_guidance_stays_as_it_was_accepted(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, jory: Person, ada: Person
) -> None:
    actions.accept(answer, by=mira)
    with pytest.raises(ValidationError, match="guidance"):
        actions.change_words(answer, by=jory, text="The opposite")
    with pytest.raises(ValidationError, match="guidance"):
        actions.withdraw_words(answer, by=jory)
    with pytest.raises(ValidationError, match="guidance"):
        actions.change_words(question, by=mira, title="Another", text="one")
    actions.retire(answer, by=ada, because="Wrong")
    actions.change_words(answer, by=jory, text="The opposite")


def test_words_that_changed_since_they_were_read_are_not_accepted(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, jory: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(mira), change_at(answer).replace("edit/", "do/")
    actions.change_words(answer, by=jory, text="The opposite")
    told = client.post(there, {"do": "accept", "seen": ""}, follow=True).content.decode()
    assert "changed it meanwhile" in told
    answer.refresh_from_db()
    assert not answer.is_practice
    assert f'name="seen" value="{answer.since}"' in told
    client.post(there, {"do": "accept", "seen": answer.since})
    answer.refresh_from_db()
    assert answer.is_practice


def test_what_is_withdrawn_is_read_by_nobody(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, jory: Person, ada: Person, signed_in: SignedIn
) -> None:
    signed_in(jory).post(change_at(answer), {"do": "withdraw"})
    assert "<strong>You</strong>" not in signed_in(ada).get(at(question)).content.decode()
    assert found_by_search() == ["**Two** of us"]
    for refused in (
        lambda: actions.vote(answer, by=mira, helps=True),
        lambda: actions.accept(answer, by=mira),
        lambda: actions.change_words(answer, by=jory, text="Again"),
    ):
        with pytest.raises(ValidationError, match="withdrawn"):
            refused()
    actions.withdraw_words(question, by=mira)
    page = signed_in(ada).get(at(question)).content.decode()
    assert "Who owns it?" not in page
    assert "<strong>Two</strong>" not in page
    assert found_by_search() == []
    with pytest.raises(ValidationError, match="withdrawn"):
        actions.answer(question, by=jory, text="Me")


def test_a_question_that_others_answered_stays(answer: CommunityAnswer, mira: Person) -> None:
    with pytest.raises(ValidationError, match="Others have answered"):
        actions.withdraw_words(answer.question, by=mira)


def test_the_same_words_again_and_an_empty_post_change_nothing(
    answer: CommunityAnswer, jory: Person, signed_in: SignedIn
) -> None:
    before = AuditLine.objects.count()
    actions.change_words(answer, by=jory, text=f" {answer.text} ")
    signed_in(jory).post(change_at(answer))
    signed_in(jory).post(change_at(answer), {"text": "x" * 5001})
    assert AuditLine.objects.count() == before
    assert not EarlierWords.objects.exists()


def test_what_is_hidden_is_found_by_search_no_more(
    community: Community, answer: CommunityAnswer, question: CommunityQuestion, ada: Person
) -> None:
    assert "You" in found_by_search()[0]
    actions.hide(answer, by=ada, because="Rude")
    assert found_by_search() == ["**Two** of us"]
    actions.hide(question, by=ada, because="Rude")
    assert found_by_search() == []
