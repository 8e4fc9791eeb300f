"""Telling people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sealed import place, sealed
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
    secret_paths: Mapping[int, str] | None = None,
) -> None:
    """Puts it in each inbox, once for the same ``key``; runs in the transaction of the action that tells.

    ``kind`` is what people choose by ("mention", "report_late"); ``reason`` says why this person is told ("You own
    this risk."); ``about`` is what it can be muted by ("project:12"). Who muted that is not told, a mention apart.
    ``secret_paths`` are by person: where their mail leads instead. They are kept sealed, and opened for the mail alone.
    """
    by_id = {each.pk: each for each in people}
    if about and kind != MENTION:
        by_id = _without_who_muted(by_id, organisation, about)
    moment, secrets = now(), secret_paths or {}
    notices = [
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
            **_in_mail(organisation, title, reason),
        )
        for each in by_id.values()
    ]
    for each in notices:
        each.secret_path = sealed(secrets.get(each.person_id, ""), place(each, "secret_path", moment))
    Notice.objects.bulk_create(notices, ignore_conflicts=True)


def _in_mail(organisation: Organisation, title: Wording, reason: Wording) -> dict[str, str]:
    """What is kept beside the words of the pages, where mail is in another language."""
    language = organisation.mail_language
    if language == Language.ENGLISH:
        return {}
    return {"title_in_mail": title.said_in(language)[:250], "reason_in_mail": reason.said_in(language)[:250]}


def _without_who_muted(people: dict[int, Person], organisation: Organisation, about: str) -> dict[int, Person]:
    muted = Mute.objects.filter(organisation=organisation, about=about, person__in=people)
    quiet = set(muted.values_list("person_id", flat=True)) if people else set()
    return {pk: each for pk, each in people.items() if pk not in quiet}
