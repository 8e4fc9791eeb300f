"""A live session for the calendar of another program."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from plumbline.office.events.ics import Entry, uid_of
from plumbline.office.teaching.models import LiveSession


def entry_of(session: LiveSession) -> Entry:
    there = reverse("teaching:session", args=[session.organisation.slug, session.pk])
    return Entry(
        uid=uid_of("live-session", session.pk),
        title=session.title,
        on=session.on,
        changed_at=session.changed_at,
        at=session.at,
        minutes=session.minutes,
        url=f"{settings.SITE_URL}{there}",
        place=session.place,
        notes=session.about,
        category="Live session",
        sequence=session.sequence,
    )
