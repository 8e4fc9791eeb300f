"""Certificates: issued by a passed exam, and withdrawn with a reason."""

from __future__ import annotations

import secrets
from calendar import monthrange
from datetime import date

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.academy.models import Certificate, Sitting
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording, as_written
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today


def certify(sitting: Sitting, title: str, months: int) -> Certificate:
    """Runs in the transaction of the last answer; whoever passed is told."""
    day = today(sitting.organisation)
    found = add(
        Certificate(
            organisation=sitting.organisation, person=sitting.person, course=sitting.course, title=title,
            name=sitting.person.name, sitting=sitting, code=new_code(), issued_on=day, expires_on=after(day, months),
        )
    )  # fmt: skip
    notify(
        sitting.organisation,
        [sitting.person],
        kind="certificate",
        title=Wording("You have passed “{course}”", course=title),
        reason=Wording("Your certificate is ready."),
        path=reverse("academy:certificate", args=[sitting.organisation.slug, found.pk]),
        key=f"certificate:{found.pk}",
    )
    return found


def withdraw_certificate(certificate: Certificate, *, by: Person, why: str) -> None:
    """Whoever asks for it is told that it holds no longer; the person is told why."""
    with action("withdraw_certificate", by=by, scope=certificate.organisation) as line:
        locked = Certificate.objects.select_for_update(of=("self",)).select_related("organisation", "person").get(
            pk=certificate.pk
        )  # fmt: skip
        if not why.strip():
            raise ValidationError({"why": "Say why, in a sentence."})
        if locked.withdrawn_at:
            line.nothing_happened()
            return
        change(locked, withdrawn_at=now(), withdrawn_why=why.strip())
        notify(
            locked.organisation,
            [locked.person],
            kind="certificate",
            title=Wording("Your certificate of “{course}” was withdrawn", course=locked.title),
            reason=as_written(why.strip()),
            path=reverse("academy:certificate", args=[locked.organisation.slug, locked.pk]),
            key=f"certificate:{locked.pk}:withdrawn",
        )
        line.about(locked, why=why.strip())


def after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def new_code() -> str:
    """Sixty bits in three groups that can be read aloud; nobody guesses one in use."""
    alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    signs = "".join(secrets.choice(alphabet) for _ in range(12))
    return "-".join(signs[place : place + 4] for place in range(0, 12, 4))
