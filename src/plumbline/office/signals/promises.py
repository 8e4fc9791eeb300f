"""When an answer is promised, on the organisation's working time."""

from __future__ import annotations

from datetime import datetime

from plumbline.office.people.models import Organisation
from plumbline.office.services.levels import clock_of, limit
from plumbline.office.signals.models import Kind, SignalPromise

A_DAY = 8 * 60
"""Minutes of a working day, as services count them."""
MOST_DAYS = 60
USUAL = {Kind.CONCERN: 3, Kind.IDEA: 5, Kind.PRAISE: 5, Kind.HELP: 2, Kind.COMPLAINT: 3}


def promises_of(organisation: Organisation) -> dict[Kind, int]:
    """Working days by kind; one query."""
    said = SignalPromise.objects.filter(organisation=organisation).values_list("kind", "days")
    return USUAL | {Kind(kind): days for kind, days in said}


def due_after(organisation: Organisation, kind: str, start: datetime) -> datetime | None:
    """Nothing where the calendar knows no working time."""
    return limit(clock_of(organisation), start, promises_of(organisation)[Kind(kind)] * A_DAY)
