"""Dimensions that are amber or red without a way to green."""

from __future__ import annotations

from datetime import date

from plumbline.office.assurance.models import CurrentStatus
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.status.queries.go_to_green import without_plan

TITLE = "Go-to-green plans missing"
EMPTY = "Whatever is amber or red has a plan."
ORDER = 110


def found(organisation: Organisation, day: date, most: int) -> Found:
    return first_of(without_plan(organisation), most, lambda each: row(organisation, each))


def row(organisation: Organisation, current: CurrentStatus) -> DueRow:
    place = (current.project_id, current.dimension)
    return DueRow(
        what=f"{current.title}, {current.project}",  # type: ignore[attr-defined]
        url=address("status:dimension", organisation, *place),
        deed="Plan the way to green",
        deed_url=address("status:plan_to_green", organisation, *place),
        who=str(current.project.manager or ""),
        detail=f"evidence {current.get_status_display().lower()}",
    )
