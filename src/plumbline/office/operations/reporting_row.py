"""A project whose report is missed: it is named to its manager, or gets one."""

from __future__ import annotations

from django.db.models import QuerySet

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.status.models import Reporting


def missed(organisation: Organisation, reporting: QuerySet[Reporting], most: int, detail: str) -> Found:
    """Of projects that go on, the longest overdue first."""
    running = reporting.filter(project__organisation=organisation, project__archived_at=None)
    with_project = running.select_related("project__manager").order_by("due_on", "pk")
    return first_of(with_project, most, lambda each: _row(organisation, each, detail))


def _row(organisation: Organisation, reporting: Reporting, detail: str) -> DueRow:
    project = reporting.project
    return DueRow(
        what=str(project),
        url=address("status:list", organisation, project.pk),
        deed="Remind" if project.manager else "Who could lead it",
        deed_url=address("status:remind" if project.manager else "leading:assign", organisation, project.pk),
        on=reporting.due_on,
        who=str(project.manager or ""),
        detail=detail,
        posts="remind" if project.manager else "",
    )
