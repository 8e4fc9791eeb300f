"""What a kind of dated thing says of itself to the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.urls import reverse

from plumbline.office.events.ics import Entry
from plumbline.office.people.models import Organisation


@dataclass(frozen=True, slots=True)
class RhythmRow:
    """``number`` tells it from others of its kind, and stays with it. ``at`` is a time of the organisation.

    ``entry`` is what other programs get, where it is more than one day of its own.
    """

    on: date
    what: str
    url: str
    number: object
    who: str = ""
    detail: str = ""
    at: time | None = None
    minutes: int = 0
    days: int = 1
    changed_at: datetime | None = None
    entry: Entry | None = None

    def on_days(self) -> Iterator[date]:
        return (self.on + timedelta(days=number) for number in range(self.days))


def there(route: str, organisation: Organisation, *numbers: object) -> str:
    return reverse(route, args=[organisation.slug, *numbers])
