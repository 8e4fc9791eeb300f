"""Telling people."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.office.foundation.clock import now
from plumbline.office.notifications.kinds import MENTION
from plumbline.office.notifications.models import Mute, Notice
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Language, Organisation, Person


def notify(
    organisation: Organisation,
    people: Iterable[Person],
    *,
    kind: str,
    title: Wording,
    reason: Wording,
    path: str,
    key: str,
    about: str = "",
) -> None:
    """Puts it in each inbox, once for the same ``key``; runs in the transaction of the action that tells.

    ``kind`` is what people choose by ("mention", "report_late"); ``reason`` says why this person is told ("You own
    this risk."); ``about`` is what it can be muted by ("project:12"). Who muted that is not told, a mention apart.
    """
    by_id = {each.pk: each for each in people}
    if by_id and about and kind != MENTION:
        muted = Mute.objects.filter(organisation=organisation, about=about, person__in=by_id)
        for person_id in muted.values_list("person_id", flat=True):
            del by_id[person_id]
    moment, language = now(), organisation.mail_language
    in_mail = {}
    if language != Language.ENGLISH:
        in_mail = {"title_in_mail": title.said_in(language)[:250], "reason_in_mail": reason.said_in(language)[:250]}
    Notice.objects.bulk_create(
        [
            Notice(
                organisation=organisation,
                person=each,
                kind=kind[:40],
                title=str(title)[:250],
                reason=str(reason)[:250],
                path=path[:300],
                about=about[:60],
                key=key[:160],
                told_at=moment,
                **in_mail,
            )
            for each in by_id.values()
        ],
        ignore_conflicts=True,
    )
