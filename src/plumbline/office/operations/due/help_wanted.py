"""Project managers who wait for help."""

from __future__ import annotations

from datetime import date

from plumbline.office.leading.models import HelpWanted
from plumbline.office.leading.queries import waiting
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Help wanted"
EMPTY = "No project manager waits for help."
ORDER = 25


def found(organisation: Organisation, day: date, most: int) -> Found:
    return first_of(waiting(organisation), most, lambda each: row(organisation, each))


def row(organisation: Organisation, wanted: HelpWanted) -> DueRow:
    there = address("leading:help", organisation, wanted.pk)
    nobody = wanted.helper is None
    return DueRow(
        what=wanted.about,
        url=there,
        deed="Take it" if nobody else "Answer it",
        deed_url=address("leading:take_help", organisation, wanted.pk) if nobody else there,
        on=wanted.wanted_by,
        who="" if wanted.helper is None else wanted.helper.name,
        detail=f"{wanted.person} asks{', urgently' if wanted.urgent else ''}",
        posts="take" if nobody else "",
    )
