"""Projects of which nothing is heard."""

from __future__ import annotations

from datetime import date

from plumbline.office.operations.due_row import Found
from plumbline.office.operations.reporting_row import missed
from plumbline.office.people.models import Organisation
from plumbline.office.status.models import Reporting

TITLE = "Projects silent"
EMPTY = "Every project is heard of."
ORDER = 40


def found(organisation: Organisation, day: date, most: int) -> Found:
    return missed(organisation, Reporting.objects.filter(silent_after__lt=day), most, "the last report counts no more")
