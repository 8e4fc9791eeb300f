"""Signals without an answer that are near their promised time or past it."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from plumbline.office.foundation.clock import now
from plumbline.office.operations.due_query import address
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person
from plumbline.office.signals.queries import Row, beside_their_time

TITLE, ORDER = "Signals that wait for an answer", 28
EMPTY = "No signal is near its promised time."
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    """A handful of queries. The limits are those of this moment, since they are counted in hours."""
    rows, total = beside_their_time(organisation, now(), most, person)
    return Found([_row(organisation, each) for each in rows], total)


def _row(organisation: Organisation, row: Row) -> DueRow:
    signal, page = row.signal, address("signals:signal", organisation, row.signal.pk)
    return DueRow(
        what=signal.title,
        url=page,
        deed="Answer it",
        deed_url=f"{page}#answer",
        on=signal.due_at.astimezone(ZoneInfo(organisation.time_zone)).date() if signal.due_at else None,
        who=signal.owner.name,
        detail=f"{signal.get_kind_display()}: {row.left}{', escalated' if signal.step else ''}",
    )
