"""A standard in force that will have been so for a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership
from plumbline.office.standards.models import StandardInForce

TITLE, ONE, ORDER = "Standards to review", "Standard", 120
PERMISSION = "see_standards"
YEAR = timedelta(days=365)


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    zone = ZoneInfo(organisation.time_zone)
    in_force = StandardInForce.objects.filter(organisation=organisation).select_related("standard_version")
    for each in in_force.defer("standard_version__files").order_by("pk")[:most]:
        on = (each.since + YEAR).astimezone(zone).date()
        if first <= on <= last:
            page = there("standards:version", organisation, each.standard_version_id)
            yield RhythmRow(on, f"Review {each.standard_version}", page, each.standard_version_id)
