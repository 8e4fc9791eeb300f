"""What a subscription is given: a year of whatever its owner may see."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db.models import Q

from plumbline.office.events import ics
from plumbline.office.foundation.access import may
from plumbline.office.foundation.clock import now
from plumbline.office.operations.actions.subscribing import hash_of
from plumbline.office.operations.items import entries, items_between
from plumbline.office.operations.models import Subscription
from plumbline.office.people.models import Membership
from plumbline.office.people.queries import today

BEFORE, AHEAD = timedelta(days=31), timedelta(days=334)
"""Twelve months in all."""
MOST_ENTRIES = 500
READS_AN_HOUR = 60
HOUR = timedelta(hours=1)


def subscriber(secret: str) -> Membership | None:
    """Whose address it is, as long as they belong to the organisation and may see its calendar."""
    found = Subscription.objects.filter(token_hash=hash_of(secret), person__is_active=True).first()
    if found is None:
        return None
    members = Membership.objects.filter(organisation=found.organisation_id, person=found.person_id, active=True)
    member = members.select_related("organisation", "person").first()
    return member if member and may(member, "see_calendar") and may(member, "subscribe_to_calendar") else None


def reads_too_often(member: Membership) -> bool:
    """Counts this time as well."""
    key = f"calendar-feed-{member.pk}-{now():%Y%m%d%H}"
    if cache.add(key, 1, HOUR.seconds):
        return False
    try:
        return int(cache.incr(key)) > READS_AN_HOUR
    except ValueError:  # it ran out between the two lines, and the next reading counts from one
        return False


def feed_of(member: Membership) -> bytes:
    organisation = member.organisation
    day = today(organisation)
    found = items_between(member, day - BEFORE, day + AHEAD, most=MOST_ENTRIES)
    told = entries(found.items, day)[:MOST_ENTRIES]
    return ics.calendar(f"Plumbline: {organisation.name}", told, ZoneInfo(organisation.time_zone))


def note_reading(member: Membership) -> None:
    """So that its owner sees whether anybody uses it; told once an hour."""
    mine = Subscription.objects.filter(organisation=member.organisation_id, person=member.person_id)
    mine.filter(Q(read_at=None) | Q(read_at__lt=now() - HOUR)).update(read_at=now())
