"""What is done at the same moment in two places happens once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from office.communities.test_communities import answer, community, jory, question
from plumbline.office.communities import actions
from plumbline.office.communities.models import CommunityAnswer, CommunityQuestion, EarlierWords, Vote
from plumbline.office.people.models import Person

__all__ = ["answer", "community", "jory", "question"]
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(deeds: Sequence[Callable[[], object]]) -> list[str]:
    """Each on a connection of its own; what was refused, and what went wrong."""
    said: list[str] = []
    start = threading.Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> None:
        start.wait()
        try:
            deed()
        except ValidationError as refused:
            said.extend(refused.messages)
        except Exception as error:
            said.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(each,)) for each in deeds]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return said


def test_a_vote_sent_four_times_at_once_counts_once(answer: CommunityAnswer, mira: Person) -> None:
    assert at_once([lambda: actions.vote(answer, by=mira, helps=True)] * 4) == []
    assert Vote.objects.count() == 1


def test_votes_of_two_people_at_once_both_count(answer: CommunityAnswer, mira: Person, ada: Person) -> None:
    assert at_once([lambda by=each: actions.vote(answer, by=by, helps=True) for each in (mira, ada)]) == []
    assert Vote.objects.count() == 2


def test_of_two_answers_accepted_at_once_one_is(
    answer: CommunityAnswer, question: CommunityQuestion, mira: Person, ada: Person
) -> None:
    second = actions.answer(question, by=ada, text="Neither")
    told = at_once([lambda: actions.accept(answer, by=mira), lambda: actions.accept(second, by=ada)])
    assert told == ["An answer is accepted already. Retire it first."]
    assert CommunityAnswer.objects.filter(accepted_at__isnull=False).count() == 1


def test_what_is_accepted_is_not_changed_at_the_same_moment(
    answer: CommunityAnswer, mira: Person, jory: Person
) -> None:
    told = at_once(
        [lambda: actions.accept(answer, by=mira), lambda: actions.change_words(answer, by=jory, text="Another")]
    )
    answer.refresh_from_db()
    assert answer.is_practice
    if told:
        assert answer.text.endswith("**You**")
    else:
        assert answer.accepted_at is not None
        assert EarlierWords.objects.get().until <= answer.accepted_at
