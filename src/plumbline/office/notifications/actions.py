"""Telling people."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.office.foundation.clock import now
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person


def notify(
    organisation: Organisation,
    people: Iterable[Person],
    *,
    kind: str,
    title: str,
    reason: str,
    path: str,
    key: str,
    about: str = "",
) -> None:
    """Puts it in each inbox, once for the same ``key``; runs in the transaction of the action that tells.

    ``kind`` is what people choose by ("mention", "report_late"); ``reason`` says why this person is told ("You own
    this risk."); ``about`` is what it can be muted by ("project:12").
    """
    moment = now()
    Notice.objects.bulk_create(
        [
            Notice(
                organisation=organisation,
                person=each,
                kind=kind,
                title=title[:250],
                reason=reason[:250],
                path=path[:300],
                about=about,
                key=key[:160],
                told_at=moment,
            )
            for each in {each.pk: each for each in people}.values()
        ],
        ignore_conflicts=True,
    )
