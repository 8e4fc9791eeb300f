"""What somebody has read. That is theirs alone and no deed of the organisation, so it leaves no audit line."""

from __future__ import annotations

from datetime import datetime

from plumbline.office.foundation.clock import now
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership


def mark_read(notice: Notice) -> None:
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=now())


def mark_read_through(reader: Membership, last: int) -> tuple[datetime, int]:
    """All up to the last one that was on screen: what came meanwhile stays unread. Returns when, and how many."""
    moment = now()
    unread = Notice.objects.filter(person=reader.person, organisation=reader.organisation, read_at=None, pk__lte=last)
    return moment, unread.update(read_at=moment)


def mark_unread(reader: Membership, moment: datetime) -> int:
    """Takes back what was marked at that very moment; returns how many."""
    marked = Notice.objects.filter(person=reader.person, organisation=reader.organisation, read_at=moment)
    return marked.update(read_at=None)
