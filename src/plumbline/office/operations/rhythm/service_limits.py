"""Requests to the office that are promised by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership
from plumbline.office.services.models import ServiceRequest

TITLE, ONE, ORDER = "Requests promised", "Request", 150
PERMISSION = "work_on_service_requests"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    zone = ZoneInfo(organisation.time_zone)
    begin, end = (datetime.combine(day, time.min, zone) for day in (first, last + timedelta(days=1)))
    due = ServiceRequest.objects.filter(
        organisation=organisation, state__in=ServiceRequest.OPEN, deliver_by__gte=begin, deliver_by__lt=end
    )
    for each in due.select_related("assignee").order_by("deliver_by", "pk")[:most]:
        if each.deliver_by:
            on = each.deliver_by.astimezone(zone).date()
            page = there("services:request", organisation, each.number)
            yield RhythmRow(on, str(each), page, each.number, str(each.assignee or "nobody yet"))
