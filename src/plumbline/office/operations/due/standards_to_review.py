"""A standard in force that nobody has touched for a year."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.foundation.clock import now
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.standards.models import StandardInForce

TITLE = "Standards to review"
EMPTY = "The standard in force was looked at within a year."
ORDER = 170
YEAR = timedelta(days=365)


def found(organisation: Organisation, day: date, most: int) -> Found:
    old = StandardInForce.objects.filter(organisation=organisation, since__lt=now() - YEAR)
    without_files = old.select_related("standard_version").defer("standard_version__files")
    return first_of(without_files, most, lambda each: row(organisation, each))


def row(organisation: Organisation, in_force: StandardInForce) -> DueRow:
    return DueRow(
        what=str(in_force.standard_version),
        url=address("standards:version", organisation, in_force.standard_version_id),
        deed="Begin a draft",
        deed_url=address("standards:list", organisation),
        on=(in_force.since + YEAR).date(),
        detail=f"in force since {in_force.since:%-d %B %Y}",
    )
