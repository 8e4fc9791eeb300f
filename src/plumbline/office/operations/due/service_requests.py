"""What was asked of the office and is near its limit, past it, or nobody's yet."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.urls import reverse

from plumbline.office.foundation.clock import now
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.services.queries import Row, beside_their_limit

TITLE, ORDER = "Requests for services", 30
EMPTY = "No request is near its limit, and each has somebody who works on it."


def found(organisation: Organisation, day: date, most: int) -> Found:
    """A handful of queries. The limits are those of this moment, since they are counted in hours."""
    rows, total = beside_their_limit(organisation, now(), most)
    return Found([_row(organisation, each) for each in rows], total)


def _row(organisation: Organisation, row: Row) -> DueRow:
    asked, left = row.asked, row.left
    page = reverse("services:request", args=[organisation.slug, asked.number])
    nobody = asked.assignee is None
    takes = nobody and asked.state == asked.State.NEW
    deed = "Take it" if takes else "Answer it" if asked.responded_at is None else "Work on it"
    return DueRow(
        what=str(asked),
        url=page,
        deed=deed,
        deed_url=reverse("services:do", args=[organisation.slug, asked.number, "take"]) if takes else page,
        on=left.by.astimezone(ZoneInfo(organisation.time_zone)).date() if left else None,
        who="" if asked.assignee is None else asked.assignee.name,
        detail=f"{left.what}: {left}" if left else asked.service.title,
        posts="take" if takes else "",
    )
