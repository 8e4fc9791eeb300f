"""Packs that are made by themselves on a day, in the office's calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership
from plumbline.office.reporting.actions.schedules import next_time
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.models import Schedule

TITLE, ONE, ORDER = "Packs made by themselves", "Pack", 180
PERMISSION = "make_packs"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    """Each time that is to come, not those that were."""
    organisation = membership.organisation
    running = Schedule.objects.filter(organisation=organisation, removed_at=None, due_at__isnull=False)
    end = datetime.combine(last + timedelta(days=1), time.min, ZoneInfo(organisation.time_zone))
    left = most
    for each in running.filter(due_at__lt=end).select_related("organisation", "set_by").order_by("due_at", "pk"):
        for row in _times(each, first, end):
            if not left:
                return
            left -= 1
            yield row


def _times(schedule: Schedule, first: date, end: datetime) -> Iterable[RhythmRow]:
    zone = ZoneInfo(schedule.organisation.time_zone)
    at = schedule.due_at
    while at is not None and at < end:
        local = at.astimezone(zone)
        if local.date() >= first:
            what = f"{reports()[schedule.report].title}: {schedule.scope_title}"
            page = there("reporting:list", schedule.organisation)
            number = f"{schedule.pk}-{local:%Y%m%d}"
            yield RhythmRow(local.date(), what, page, number, str(schedule.set_by), at=local.time(), minutes=15)
        at = next_time(schedule, at)
