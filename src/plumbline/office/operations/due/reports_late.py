"""Status reports that are late."""

from __future__ import annotations

from datetime import date

from plumbline.office.operations.due_row import Found
from plumbline.office.operations.reporting_row import missed
from plumbline.office.people.models import Organisation
from plumbline.office.status.models import Reporting

TITLE = "Reports late"
EMPTY = "No report is late."
ORDER = 30


def found(organisation: Organisation, day: date, most: int) -> Found:
    return missed(
        organisation,
        Reporting.objects.filter(late_after__lt=day, silent_after__gte=day),
        most,
        "the days of grace are over",
    )
