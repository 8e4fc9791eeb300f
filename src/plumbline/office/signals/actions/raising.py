"""Raising a signal, and what its sender may still do while nobody has answered."""

from __future__ import annotations

import secrets
from datetime import datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.signals.actions.telling import tell_owner
from plumbline.office.signals.models import OPEN_BY_ITSELF, Signal
from plumbline.office.signals.owners import proposed_owner
from plumbline.office.signals.promises import due_after
from plumbline.office.signals.rights import must_have_raised, must_raise
from plumbline.office.signals.subjects import NOTHING, Subject

BYTES = 32
MOST_A_DAY = 20
MOST_ANONYMOUS_A_DAY = 100


def hash_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def raise_signal(
    organisation: Organisation,
    *,
    by: Person,
    kind: str,
    text: str,
    subject: Subject = NOTHING,
    is_open: bool | None = None,
) -> Signal:
    """With one's name; its owner is told. ``is_open``: as usual for its kind if nothing is said."""
    with action("raise_signal", by=by, scope=organisation) as line:
        must_raise(organisation, by)
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        lately = Signal.objects.filter(organisation=organisation, by=by, raised_at__gt=now() - timedelta(days=1))
        if lately.count() >= MOST_A_DAY:
            raise ValidationError(f"You raised {MOST_A_DAY} signals within a day. Go on tomorrow.")
        signal = _raised(organisation, kind, text, subject, is_open, now(), by)
        signal.next_at = signal.due_at
        line.about(add(signal), kind=kind)
        tell_owner(signal, by)
        return signal


def raise_anonymously(
    organisation: Organisation, *, kind: str, text: str, subject: Subject = NOTHING, is_open: bool | None = None
) -> str:
    """Returns the secret of the sender's link, of which only the hash is kept. Who raises it does not come in here.

    Nothing is written but the signal itself: no audit line, and nobody is told before the midnight that it is dated to.
    """
    with action("raise_signal_anonymously", by=None, scope=None) as line:
        line.nothing_happened()
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        moment = next_midnight(organisation)
        if Signal.objects.filter(organisation=organisation, by=None, raised_at=moment).count() >= MOST_ANONYMOUS_A_DAY:
            raise ValidationError(f"There are {MOST_ANONYMOUS_A_DAY} anonymous signals of today. Go on tomorrow.")
        secret = secrets.token_urlsafe(BYTES)
        signal = _raised(organisation, kind, text, subject, is_open, moment)
        signal.link_hash, signal.next_at = hash_of(secret), moment
        add(signal)
        return secret


def next_midnight(organisation: Organisation) -> datetime:
    """What is anonymous is dated to it: the same moment for all that was written on a day."""
    following = today(organisation) + timedelta(days=1)
    return datetime.combine(following, time(), ZoneInfo(organisation.time_zone))


def reword(signal: Signal, *, by: Person, text: str) -> None:
    """Before there is an answer."""
    with action("reword_signal", by=by, scope=signal.organisation) as line:
        must_have_raised(signal, by)
        locked = waiting(signal, "It is answered: say more in a comment.")
        line.about(locked)
        if not change(locked, text=text.strip()):
            line.nothing_happened()


def withdraw(signal: Signal, *, by: Person) -> None:
    """Before there is an answer."""
    with action("withdraw_signal", by=by, scope=signal.organisation) as line:
        must_have_raised(signal, by)
        locked = waiting(signal, "It is answered, and stays.")
        change(locked, state=Signal.State.WITHDRAWN, next_at=None)
        line.about(locked)


def waiting(signal: Signal, otherwise: str) -> Signal:
    """Locked, and without an answer yet. Raises ``ValidationError``."""
    locked = held(signal)
    if not locked.is_waiting:
        raise ValidationError(otherwise)
    return locked


def held(signal: Signal) -> Signal:
    return Signal.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=signal.pk)


def _raised(
    organisation: Organisation,
    kind: str,
    text: str,
    subject: Subject,
    is_open: bool | None,
    moment: datetime,
    by: Person | None = None,
) -> Signal:
    """Not kept yet."""
    owner = proposed_owner(organisation, subject, by)
    if owner is None:
        raise ValidationError("Nobody here could answer it: the organisation has no PMO yet.")
    return Signal(
        organisation=organisation, kind=kind, text=text.strip(), by=by, raised_at=moment, owner=owner,
        is_open=kind in OPEN_BY_ITSELF if is_open is None else is_open,
        due_at=due_after(organisation, kind, moment), **subject.columns,
    )  # fmt: skip
