"""One-to-ones, in the calendars of the two and in nobody else's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plumbline.office.leading.queries import of
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "One-to-ones", "One-to-one", 45
PERMISSION = "see_own_caseload"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    here = membership.organisation
    zone = ZoneInfo(here.time_zone)
    begin = datetime.combine(first, time(), zone)
    end = datetime.combine(last + timedelta(1), time(), zone)
    mine = of(here, membership.person).filter(cancelled_at=None, at__gte=begin, at__lt=end).order_by("at", "pk")
    for each in mine[:most]:
        at = each.at.astimezone(zone)
        other = each.other(membership.person)
        page = there("leading:one_to_one", here, each.pk)
        yield RhythmRow(at.date(), f"One-to-one with {other}", page, each.pk, str(membership.person), at=at.time())
