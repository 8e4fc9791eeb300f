"""Ideas and requests that wait for screening."""

from __future__ import annotations

from datetime import date

from plumbline.office.intake.models import ProjectRequest, State
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Requests waiting for screening"
EMPTY = "Every request has been screened."
ORDER = 190


def found(organisation: Organisation, day: date, most: int) -> Found:
    waiting = ProjectRequest.objects.filter(
        organisation=organisation, state__in=(State.SUBMITTED, State.SCREENING), waits_for_answer=False
    )
    with_author = waiting.select_related("author").order_by("submitted_at", "pk")
    return first_of(with_author, most, lambda each: row(organisation, each))


def row(organisation: Organisation, asked: ProjectRequest) -> DueRow:
    there = address("intake:request", organisation, asked.pk)
    return DueRow(
        what=asked.title,
        url=there,
        deed="Screen it",
        deed_url=address("intake:screen", organisation, asked.pk),
        on=(asked.submitted_at or asked.since).date(),
        detail=f"submitted by {asked.author}",
    )
