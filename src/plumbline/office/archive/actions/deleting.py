"""From the wish that an organisation be deleted to its end, by two people or with time to think."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.archive.erasing import erase
from plumbline.office.archive.models import Deletion
from plumbline.office.archive.queries import deletion_of
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with

GRACE = timedelta(days=7)
GRACE_ALONE = timedelta(days=21)
"""Where there is nobody to confirm it, there is more time to withdraw it."""


def ask_for_deletion(organisation: Organisation, *, by: Person, name: str) -> Deletion:
    """``name`` as typed by the person. A second person confirms; where there is none, it is due after a longer time."""
    with action("ask_for_deletion", by=by, scope=organisation) as line:
        organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
        if name.strip() != organisation.name:
            raise ValidationError({"name": f"Type the name exactly as it is written: {organisation.name}"})
        if deletion_of(organisation):
            raise ValidationError("Somebody has asked for this already.")
        others = people_with(organisation, "archive_organisation").exclude(pk=by.pk)
        due_at = None if others.exists() else now() + GRACE_ALONE
        deletion = add(Deletion(organisation=organisation, asked_by=by, due_at=due_at))
        change(organisation, leaves_at=due_at)
        line.about(deletion, due_at=due_at)
        _tell(deletion, others)
        return deletion


def confirm_deletion(organisation: Organisation, *, by: Person) -> Deletion:
    """By somebody else than the one who asked."""
    with action("confirm_deletion", by=by, scope=organisation) as line:
        deletion = _standing(organisation)
        if deletion.asked_by_id == by.pk:
            raise ValidationError("Somebody else has to confirm it: two people decide about this.")
        if deletion.confirmed_at:
            raise ValidationError("It is confirmed already.")
        due_at = now() + GRACE
        line.about(deletion, changed=change(deletion, confirmed_by=by, confirmed_at=now(), due_at=due_at))
        change(organisation, leaves_at=due_at)
        return deletion


def withdraw_deletion(organisation: Organisation, *, by: Person) -> Deletion:
    with action("withdraw_deletion", by=by, scope=organisation) as line:
        deletion = _standing(organisation)
        line.about(deletion, changed=change(deletion, withdrawn_by=by, withdrawn_at=now(), due_at=None))
        change(organisation, leaves_at=None)
        return deletion


def delete_what_is_due(deletion_id: int) -> None:
    """All of it or nothing. One line, which belongs to no organisation, keeps that there was one of this name."""
    with action("delete_organisation", by=None, scope=None) as line:
        deletion = Deletion.objects.select_for_update().filter(pk=deletion_id, due_at__lte=now()).first()
        if deletion is None:
            line.nothing_happened()
            return
        organisation = deletion.organisation
        told = {
            "asked_by": f"{deletion.asked_by} <{deletion.asked_by.email}>",
            "confirmed_by": deletion.confirmed_by and f"{deletion.confirmed_by} <{deletion.confirmed_by.email}>",
            "asked_at": deletion.asked_at,
        }
        gone = erase(organisation)
        line.about(organisation, **told, rows=sum(gone.values()))


def _tell(deletion: Deletion, others: Iterable[Person]) -> None:
    organisation = deletion.organisation
    notify(
        organisation,
        others,
        kind="approval",
        title=Wording("{by} asks that {organisation} be deleted.", by=deletion.asked_by, organisation=organisation),
        reason=Wording("Another PMO manager has to confirm it."),
        path=reverse("archive:overview", args=[organisation.slug]),
        key=f"deletion:{deletion.pk}",
    )


def _standing(organisation: Organisation) -> Deletion:
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    deletion = deletion_of(organisation)
    if deletion is None:
        raise ValidationError("Nobody wishes it to be deleted any more.")
    return deletion
