"""Changes of the standard for one project that wait for a decision."""

from __future__ import annotations

from datetime import date

from plumbline.office.governance.models import Tailoring
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Tailoring to decide"
EMPTY = "No tailoring waits for a decision."
ORDER = 80


def found(organisation: Organisation, day: date, most: int) -> Found:
    asked = Tailoring.objects.filter(
        project__organisation=organisation, project__archived_at=None, state=Tailoring.State.ASKED
    )
    with_project = asked.select_related("project", "requested_by").order_by("requested_at", "pk")
    return first_of(with_project, most, lambda each: row(organisation, each))


def row(organisation: Organisation, tailoring: Tailoring) -> DueRow:
    there = address("governance:tailoring", organisation, tailoring.pk)
    return DueRow(
        what=str(tailoring),
        url=there,
        deed="Decide",
        deed_url=there,
        on=tailoring.requested_at.date(),
        detail=f"asked for by {tailoring.requested_by}",
    )
