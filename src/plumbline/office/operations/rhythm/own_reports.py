"""The status reports that a project manager has to write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership
from plumbline.office.status.models import Reporting

TITLE, ONE, ORDER = "My status reports", "My report", 105
PERMISSION = "report_own_status"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    due = Reporting.objects.filter(
        project__organisation=membership.organisation,
        project__manager=membership.person_id,
        project__archived_at=None,
        due_on__range=(first, last),
    )
    for each in due.select_related("project").order_by("due_on", "pk")[:most]:
        if each.due_on:
            page = there("status:list", membership.organisation, each.project_id)
            yield RhythmRow(each.due_on, f"Report on {each.project}", page, each.project_id, str(membership.person))
