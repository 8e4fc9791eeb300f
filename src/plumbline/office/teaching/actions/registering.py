"""Registering and cancelling, each by oneself."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.teaching.actions.seats import State, free_seats, held, move_up
from plumbline.office.teaching.models import LiveSession, Registration


def register(session: LiveSession, *, by: Person) -> Registration:
    """A seat, or a place at the end of the waiting list. Whoever is registered stays where they are."""
    with action("register_for_session", by=by, scope=session.organisation) as line:
        locked = _open(session)
        mine = locked.registrations.filter(person=by).first()
        if mine and mine.state != State.CANCELLED:
            line.nothing_happened()
            return mine
        state = State.SEATED if free_seats(locked) > 0 else State.WAITING
        if mine:
            change(mine, state=state, asked_at=now())
        else:
            mine = add(Registration(session=locked, person=by, state=state, asked_at=now()))
        line.about(mine, state=str(state))
        return mine


def cancel_registration(session: LiveSession, *, by: Person) -> None:
    """The seat goes to whoever waits longest."""
    with action("cancel_registration", by=by, scope=session.organisation) as line:
        locked = _open(session)
        mine = locked.registrations.filter(person=by).exclude(state=State.CANCELLED).first()
        if mine is None:
            line.nothing_happened()
            return
        change(mine, state=State.CANCELLED)
        line.about(mine, moved_up=[str(each) for each in move_up(locked)])


def _open(session: LiveSession) -> LiveSession:
    locked = held(session)
    if locked.cancelled_at is not None:
        raise ValidationError("The session is cancelled.")
    if not locked.is_open_at(now()):
        raise ValidationError("The session has begun. Speak to whoever teaches it.")
    return locked
