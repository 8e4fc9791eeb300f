"""The office's own events as rows of the calendar: each of their kinds is a kind of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plumbline.office.events.ics import entry_of
from plumbline.office.events.queries import Occurrence, occurrences
from plumbline.office.events.words import rhythm_of
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership, Organisation


def rows(kind: str, membership: Membership, first: date, last: date, most: int) -> Iterator[RhythmRow]:
    """Two queries."""
    found = occurrences(membership.organisation, first, last, kind=kind)
    return (_row(membership.organisation, each) for each in found[:most])


def _row(organisation: Organisation, occurrence: Occurrence) -> RhythmRow:
    event = occurrence.event
    return RhythmRow(
        on=occurrence.on,
        what=event.title,
        url=there("events:event", organisation, event.pk),
        number=event.pk,
        who=str(event.owner or ""),
        detail=event.place or rhythm_of(event),
        at=event.at,
        minutes=event.minutes or 0,
        days=event.days,
        changed_at=event.changed_at,
        entry=entry_of(event),
    )
