"""Drafts of a standard that are in review."""

from __future__ import annotations

from datetime import date

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.standards.models import StandardDraft
from plumbline.office.standards.queries import drafts

TITLE = "Drafts of standards in review"
EMPTY = "No draft of a standard is in review."
ORDER = 160


def found(organisation: Organisation, day: date, most: int) -> Found:
    in_review = drafts(organisation).filter(state=StandardDraft.State.REVIEW).order_by("changed_at", "pk")
    return first_of(in_review, most, lambda each: row(organisation, each))


def row(organisation: Organisation, draft: StandardDraft) -> DueRow:
    there = address("standards:draft", organisation, draft.pk)
    return DueRow(
        what=draft.title,
        url=there,
        deed="Read and approve",
        deed_url=there,
        on=draft.changed_at.date(),
        who=str(draft.begun_by),
        detail="last changed on this day",
    )
