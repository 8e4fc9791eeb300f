"""Waivers that end within a fortnight."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.governance.models import Waiver
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Waivers ending in the next fortnight"
EMPTY = "No waiver ends within a fortnight."
ORDER = 70
AHEAD = timedelta(days=14)


def found(organisation: Organisation, day: date, most: int) -> Found:
    ending = Waiver.objects.filter(
        project__organisation=organisation,
        project__archived_at=None,
        state=Waiver.State.APPROVED,
        last_day__range=(day, day + AHEAD),
    )
    with_project = ending.select_related("project__manager").order_by("last_day", "pk")
    return first_of(with_project, most, lambda each: row(organisation, each))


def row(organisation: Organisation, waiver: Waiver) -> DueRow:
    return DueRow(
        what=str(waiver),
        url=address("governance:waiver", organisation, waiver.pk),
        deed="See the project's waivers",
        deed_url=address("governance:waivers", organisation, waiver.project_id),
        on=waiver.last_day,
        who=str(waiver.project.manager or ""),
        detail="the rule applies again after this day",
    )
