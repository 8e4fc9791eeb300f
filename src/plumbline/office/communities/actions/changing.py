"""Authors change or withdraw what they said. What it said before is kept, and everybody who reads it can see that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.communities.actions.rights import must_take_part
from plumbline.office.communities.models import CommunityAnswer, CommunityQuestion, EarlierWords, Vote
from plumbline.office.foundation.audit import Line, action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person

MOST_CHANGES = 50
Words = CommunityQuestion | CommunityAnswer


def change_words(said: Words, *, by: Person, text: str, title: str = "") -> None:
    """``title``: of a question. Votes for an answer were for other words, and go. Raises ``ValidationError``."""
    with _own("change_in_community", said, by) as (locked, line):
        wanted = {"text": text.strip()} | ({"title": title.strip()} if isinstance(locked, CommunityQuestion) else {})
        if all(getattr(locked, name) == value for name, value in wanted.items()):
            line.nothing_happened()
            return
        if locked.earlier.count() >= MOST_CHANGES:
            raise ValidationError(f"It was changed {MOST_CHANGES} times. Withdraw it, and write it anew.")
        add(_kept(locked))
        change(locked, changed_at=now(), **wanted)
        if isinstance(locked, CommunityAnswer):
            Vote.objects.filter(answer=locked).delete()
        line.about(locked)


def withdraw_words(said: Words, *, by: Person) -> None:
    """A question only while nobody else has answered it: their words would go with it."""
    with _own("withdraw_in_community", said, by) as (locked, line):
        if isinstance(locked, CommunityQuestion) and locked.answers.filter(withdrawn_at=None).exclude(by=by).exists():
            raise ValidationError("Others have answered it, so it stays. You can change its words.")
        change(locked, withdrawn_at=now())
        line.about(locked)


def _kept(said: Words) -> EarlierWords:
    if isinstance(said, CommunityQuestion):
        return EarlierWords(question=said, title=said.title, text=said.text, until=now())
    return EarlierWords(question=said.question, answer=said, text=said.text, until=now())


@contextmanager
def _own(verb: str, said: Words, by: Person) -> Iterator[tuple[Words, Line]]:
    """What somebody said, locked behind its question, for whoever said it and while it may still be changed."""
    question = said if isinstance(said, CommunityQuestion) else said.question
    with action(verb, by=by, scope=question.community.organisation) as line:
        must_take_part(question.community.organisation, by)
        if said.by_id != by.pk:
            raise PermissionDenied("Your role does not allow this: who wrote it changes or withdraws it.")
        asked = CommunityQuestion.objects.select_for_update().get(pk=question.pk)
        locked = asked if isinstance(said, CommunityQuestion) else asked.answers.select_for_update().get(pk=said.pk)
        if not (asked.is_shown and locked.is_shown):
            raise ValidationError("It is hidden or withdrawn: its words stay as they are.")
        found = asked.answers.filter(accepted_at__isnull=False, retired_at=None)
        if (found if locked is asked else found.filter(pk=locked.pk)).exists():
            raise ValidationError("It is guidance from practice now. A lead has to retire it first.")
        yield locked, line
