"""Evidence that somebody contests."""

from __future__ import annotations

from datetime import date

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.status.models import Contest
from plumbline.office.status.queries.contests import contests_in

TITLE = "Contests to answer"
EMPTY = "Nobody contests the evidence."
ORDER = 120


def found(organisation: Organisation, day: date, most: int) -> Found:
    return first_of(contests_in(organisation), most, lambda each: row(organisation, each))


def row(organisation: Organisation, contest: Contest) -> DueRow:
    there = address("status:dimension", organisation, contest.project_id, contest.dimension)
    return DueRow(
        what=f"{contest.title}, {contest.project}",  # type: ignore[attr-defined]
        url=there,
        deed="Look into it",
        deed_url=there,
        on=contest.last_day,
        who=str(contest.by),
        detail=f"evidence {contest.get_evidence_display().lower()}; the contest ends on this day",
    )
