"""Saying that one has read a policy."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Membership
from plumbline.office.policies.actions.locking import locked_policy
from plumbline.office.policies.models import Acknowledgement, Policy
from plumbline.office.policies.queries.audience import concerned_by


def acknowledge(policy: Policy, *, reader: Membership, number: int) -> None:
    """Keeps that the reader has read version ``number``; said twice, it is kept once.

    Raises ``ValidationError`` for a version that has been superseded meanwhile, and where nobody asked the reader.
    """
    with action("acknowledge_policy", by=reader.person, scope=policy.organisation) as line:
        locked = locked_policy(policy)
        if not locked.asks_to_be_read or not concerned_by(locked).filter(pk=reader.pk).exists():
            raise ValidationError("Nobody asks you to say that you have read it.")
        if locked.current is None or locked.current.number != number:
            raise ValidationError("A new version was published meanwhile. Read that one.")
        if Acknowledgement.objects.filter(version=locked.current, person=reader.person).exists():
            line.nothing_happened()
            return
        add(Acknowledgement(version=locked.current, person=reader.person))
        line.about(locked, version=number)
