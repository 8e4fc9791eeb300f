"""Telling those whom a signal concerns."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_with
from plumbline.office.signals.models import Signal
from plumbline.office.signals.owners import RAISE

OWNED = Wording("You are to answer it.")
RAISED = Wording("You raised it.")


def tell(
    signal: Signal, people: Iterable[int | None], key: str, title: Wording, reason: Wording, by: Person | None = None
) -> None:
    """Those of the people (by number) who may still see signals, without who did it."""
    numbers = {each for each in people if each} - {by.pk if by else None}
    notify(
        signal.organisation,
        people_with(signal.organisation, RAISE).filter(pk__in=numbers),
        kind="signal",
        title=title,
        reason=reason,
        path=reverse("signals:signal", args=[signal.organisation.slug, signal.pk]),
        key=f"signal:{signal.pk}:{key}",
        about=f"signal:{signal.pk}",
    )


def tell_owner(signal: Signal, by: Person | None = None) -> None:
    """Of a new signal, or of one that was handed over, perhaps back to who had it before."""
    key = f"owner:{signal.owner_id}:{now().timestamp():.0f}"
    title = Wording("A signal waits for your answer: {title}", title=signal.title)
    tell(signal, [signal.owner_id], key, title, OWNED, by)
