"""Waivers that wait for a decision."""

from __future__ import annotations

from datetime import date

from plumbline.office.governance.models import Waiver
from plumbline.office.governance.queries import waivers
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Waivers to decide"
EMPTY = "No waiver waits for a decision."
ORDER = 60


def found(organisation: Organisation, day: date, most: int) -> Found:
    asked = waivers.asked(organisation).filter(project__archived_at=None)
    return first_of(asked, most, lambda each: row(organisation, each))


def row(organisation: Organisation, waiver: Waiver) -> DueRow:
    there = address("governance:waiver", organisation, waiver.pk)
    return DueRow(
        what=str(waiver),
        url=there,
        deed="Decide",
        deed_url=there,
        on=waiver.requested_at.date(),
        detail=f"asked for by {waiver.requested_by}",
    )
