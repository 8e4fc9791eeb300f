"""Seats are given under a lock on the session, so that the last one is given once."""

from __future__ import annotations

from django.urls import reverse

from plumbline.office.foundation.changes import change
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.teaching.models import LiveSession, Registration

State = Registration.State


def held(session: LiveSession) -> LiveSession:
    """Locked until the transaction ends."""
    found = LiveSession.objects.select_for_update(of=("self",)).select_related("organisation", "teacher")
    return found.get(pk=session.pk)


def free_seats(session: LiveSession) -> int:
    return session.seats - session.registrations.filter(state=State.SEATED).count()


def move_up(session: LiveSession) -> list[Person]:
    """Who waits longest gets what is free, and is told. The session is ``held``."""
    waiting = session.registrations.filter(state=State.WAITING).select_related("person")
    moved = list(waiting.order_by("asked_at", "pk")[: max(0, free_seats(session))])
    for each in moved:
        change(each, state=State.SEATED)
        title = Wording("You have a seat in “{session}”", session=session)
        tell(session, [each.person], title, Wording("A seat became free."), f"seat:{each.asked_at}")
    return [each.person for each in moved]


def coming(session: LiveSession) -> list[Person]:
    """Who has a seat or waits for one."""
    found = session.registrations.exclude(state=State.CANCELLED).select_related("person")
    return [each.person for each in found]


def tell(session: LiveSession, people: list[Person], title: Wording, reason: Wording, what: str) -> None:
    organisation = session.organisation
    notify(
        organisation, people, kind="live_session", title=title, reason=reason,
        path=reverse("teaching:session", args=[organisation.slug, session.pk]), key=f"live_session:{session.pk}:{what}",
    )  # fmt: skip
