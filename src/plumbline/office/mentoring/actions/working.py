"""What the two of a pair do. The audit tells that something was done, never what was said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.foundation.audit import Line, action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sealed import MOST_WORDS, place, sealed
from plumbline.office.mentoring.actions.telling import tell
from plumbline.office.mentoring.models import CheckIn, ClosingReview, Pair, PairAction, PairNote, Session
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today

MOST_SESSIONS, MOST_ACTIONS = 200, 100
MOST_OF_AN_ACTION = 300
NEAR = timedelta(days=366)


def plan_session(pair: Pair, *, by: Person, on: date, at: time | None = None) -> Session:
    """To come, or held already. The other is told of one to come. Raises ``ValidationError`` by field."""
    with _running("plan_mentoring_session", pair, by) as (locked, line):
        day = today(locked.organisation)
        if abs(on - day) > NEAR:
            raise ValidationError({"on": "Choose a day within a year."})
        if locked.sessions.count() >= MOST_SESSIONS:
            raise ValidationError({"on": f"There are {MOST_SESSIONS} sessions already."})
        session = add(Session(pair=locked, on=on, at=at, planned_by=by, planned_at=now()))
        if on >= day:
            title = Wording("A session with {by} on {on}", by=by, on=on)
            tell(locked, [locked.other(by)], title, f"session:{session.pk}")
        line.about(locked, on=str(on))
        return session


def cancel_session(session: Session, *, by: Person) -> None:
    with _running("cancel_mentoring_session", session.pair, by) as (locked, line):
        mine = Session.objects.select_for_update().get(pk=session.pk)
        if mine.cancelled_at:
            line.nothing_happened()
            return
        change(mine, cancelled_at=now())
        title = Wording("The session on {on} is called off", on=mine.on)
        tell(locked, [locked.other(by)], title, f"cancelled:{mine.pk}")
        line.about(locked, on=str(mine.on))


def note(pair: Pair, *, by: Person, words: str) -> PairNote:
    """For both, sealed. Raises ``ValidationError`` by field."""
    with _running("note_in_mentoring", pair, by) as (locked, line):
        said = PairNote(pair=locked, by=by, at=now())
        said.kept = sealed(_within(words, "words", MOST_WORDS), place(said, "kept", said.at))
        line.about(locked)
        return add(said)


def agree_action(pair: Pair, *, by: Person, words: str, owner: Person, due_on: date) -> PairAction:
    """One of the two takes something upon themselves. Raises ``ValidationError`` by field."""
    with _running("agree_mentoring_action", pair, by) as (locked, line):
        if not locked.is_of(owner.pk):
            raise ValidationError({"owner": "It has to be one of the two of you."})
        if locked.actions.count() >= MOST_ACTIONS:
            raise ValidationError({"words": f"There are {MOST_ACTIONS} already."})
        agreed = PairAction(pair=locked, owner=owner, due_on=due_on, agreed_at=now())
        agreed.kept = sealed(_within(words, "words", MOST_OF_AN_ACTION), place(agreed, "kept", agreed.agreed_at))
        line.about(locked, owner=str(owner))
        return add(agreed)


def finish_action(agreed: PairAction, *, by: Person, done: bool = True) -> None:
    """Done, or open again after all; by either of the two."""
    with _running("finish_mentoring_action", agreed.pair, by) as (locked, line):
        mine = PairAction.objects.select_for_update().get(pk=agreed.pk)
        if (mine.done_at is not None) == done:
            line.nothing_happened()
            return
        change(mine, done_at=now() if done else None)
        line.about(locked, done=done)


def check_in(pair: Pair, *, by: Person, how: str) -> CheckIn:
    """How it is going, for the counts of the programme; the other does not see it."""
    with _running("check_in_on_mentoring", pair, by) as (locked, line):
        if how not in CheckIn.How.values:
            raise ValidationError({"how": "Choose one of the answers."})
        said = CheckIn(pair=locked, person=by, at=now())
        said.kept = sealed(how, place(said, "kept", said.at))
        line.about(locked)
        return add(said)


def close_pair(pair: Pair, *, by: Person) -> None:
    """Either of the two ends it. The other is told, and both are asked for a closing review."""
    with _running("close_mentoring_pair", pair, by) as (locked, line):
        change(locked, state=Pair.State.CLOSED, ended_on=today(locked.organisation))
        title, reason = Wording("Mentoring with {by} is closed", by=by), Wording("Look back on it together.")
        tell(locked, [locked.other(by)], title, "closed", reason)
        line.about(locked)


def review(pair: Pair, *, by: Person, reached: str, words: str = "") -> ClosingReview:
    """Once by each of the two, when the pair is closed. ``words`` are for the other. Raises ``ValidationError``."""
    with _of_two("review_mentoring", pair, by) as (locked, line):
        if not locked.is_closed:
            raise ValidationError("You are asked when the pair is closed.")
        if reached not in ClosingReview.Reached.values:
            raise ValidationError({"reached": "Choose one of the answers."})
        if locked.reviews.filter(person=by).exists():
            raise ValidationError("You have answered already. Thank you.")
        said = ClosingReview(pair=locked, person=by, at=now())
        said.kept = sealed(reached, place(said, "kept", said.at))
        if words.strip():
            said.kept_words = sealed(_within(words, "words", MOST_WORDS), place(said, "kept_words", said.at))
        line.about(locked)
        return add(said)


@contextmanager
def _running(verb: str, pair: Pair, by: Person) -> Iterator[tuple[Pair, Line]]:
    with _of_two(verb, pair, by) as (locked, line):
        if not locked.is_running:
            raise ValidationError(f"The pair is {locked.get_state_display().lower()}: this cannot be done now.")
        yield locked, line


@contextmanager
def _of_two(verb: str, pair: Pair, by: Person) -> Iterator[tuple[Pair, Line]]:
    """The pair, locked, for one of its two; nobody else does anything to it."""
    with action(verb, by=by, scope=pair.organisation) as line:
        found = Pair.objects.select_for_update(of=("self",)).select_related("organisation", "mentor", "mentee")
        locked = found.get(pk=pair.pk)
        if not locked.is_of(by.pk):
            raise PermissionDenied("A pair belongs to its two: your role does not allow you to do this.")
        yield locked, line


def _within(words: str, field: str, most: int) -> str:
    found = words.strip()
    if not found:
        raise ValidationError({field: "Write something first."})
    if len(found) > most:
        raise ValidationError({field: f"At most {most:,} characters."})
    return found
