"""Comments and votes."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.signals.actions.raising import hash_of, held, next_midnight
from plumbline.office.signals.actions.telling import OWNED, RAISED, tell
from plumbline.office.signals.models import Signal, SignalComment, SignalVote
from plumbline.office.signals.rights import must_see

MOST_COMMENTS = 100


def comment(signal: Signal, *, by: Person, text: str) -> SignalComment:
    """Its owner and its sender are told. Raises ``ValidationError`` by field."""
    with action("comment_on_signal", by=by, scope=signal.organisation) as line:
        locked = held(signal)
        must_see(locked, by)
        _must_be_open_to_words(locked)
        said = add(SignalComment(signal=locked, by=by, text=text.strip(), at=now()))
        line.about(locked)
        title = Wording("{by} comments: {title}", by=by, title=locked.title)
        key = f"comment:{said.pk}"
        tell(locked, [locked.owner_id], key, title, OWNED, by)
        tell(locked, [locked.by_id], key, title, RAISED, by)
        return said


def comment_by_link(secret: str, *, text: str) -> SignalComment:
    """By an anonymous sender. It arrives at midnight, as the signal itself did, and nobody is told before."""
    with action("comment_by_link", by=None, scope=None) as line:
        line.nothing_happened()
        found = Signal.objects.filter(link_hash=hash_of(secret)).order_by("organisation_id").first()
        if found is None:
            raise ValidationError("There is no such signal.")
        locked = held(found)
        _must_be_open_to_words(locked)
        moment = next_midnight(locked.organisation)
        return add(SignalComment(signal=locked, text=text.strip(), at=moment, is_told=False))


def tell_of_anonymous(said: SignalComment) -> None:
    """Once it has arrived."""
    title = Wording("The sender writes: {title}", title=said.signal.title)
    tell(said.signal, [said.signal.owner_id], f"comment:{said.pk}", title, OWNED)


def vote(signal: Signal, *, by: Person, agrees: bool) -> None:
    """That one agrees, or no longer; of each person once."""
    with action("vote_for_signal", by=by, scope=signal.organisation) as line:
        locked = held(signal)
        must_see(locked, by)
        if locked.by_id == by.pk:
            raise PermissionDenied("Your role does not allow this: vote for your own signal.")
        if not locked.is_open or not locked.is_going:
            raise ValidationError("One votes while it is open to all and not closed.")
        line.about(locked, agrees=agrees)
        if agrees:
            happened = SignalVote.objects.get_or_create(signal=locked, person=by)[1]
        else:
            happened = bool(SignalVote.objects.filter(signal=locked, person=by).delete()[0])
        if not happened:
            line.nothing_happened()


def _must_be_open_to_words(signal: Signal) -> None:
    if not signal.is_going:
        raise ValidationError("It is closed: raise a new signal.")
    if signal.comments.count() >= MOST_COMMENTS:
        raise ValidationError(f"There are {MOST_COMMENTS} comments, and more are not kept.")
