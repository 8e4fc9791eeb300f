"""The secret address by which somebody's own program reads the calendar."""

from __future__ import annotations

import secrets
from hashlib import sha256

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.operations.models import Subscription
from plumbline.office.people.models import Membership

BYTES = 32


def subscribe(membership: Membership) -> str:
    """A new secret, shown this once; one that there was before opens nothing any more."""
    with action("subscribe_to_calendar", by=membership.person, scope=membership.organisation) as line:
        Membership.objects.select_for_update().get(pk=membership.pk)
        secret = secrets.token_urlsafe(BYTES)
        found = Subscription.objects.filter(organisation=membership.organisation, person=membership.person).first()
        if found is None:
            found = add(
                Subscription(organisation=membership.organisation, person=membership.person, token_hash=hash_of(secret))
            )
        else:
            change(found, token_hash=hash_of(secret), made_at=now(), read_at=None)
        line.about(found)
    return secret


def unsubscribe(membership: Membership) -> None:
    """The address opens nothing any more. Nothing happens where there is none."""
    with action("unsubscribe_from_calendar", by=membership.person, scope=membership.organisation) as line:
        found = Subscription.objects.filter(organisation=membership.organisation, person=membership.person).first()
        if found is None:
            line.nothing_happened()
            return
        line.about(found)
        Subscription.objects.filter(pk=found.pk).delete()


def hash_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
