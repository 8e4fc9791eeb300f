"""Events and the days on which they take place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.office.events.models import MOST_DAYS, Event
from plumbline.office.events.occurrences import Repeats, moment_on
from plumbline.office.people.models import Organisation

AHEAD = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Occurrence:
    event: Event
    on: date

    @property
    def last_day(self) -> date:
        """Of whole days; the day itself where there is a time."""
        return self.on + timedelta(days=self.event.days - 1)

    def begins(self, zone: ZoneInfo) -> datetime | None:
        return moment_on(self.on, self.event.at, zone) if self.event.at else None


def event_in(organisation: Organisation, event_id: int) -> Event:
    """404 for one of another organisation."""
    found = Event.objects.filter(organisation=organisation, pk=event_id)
    one = found.select_related("organisation", "owner", "added_by").prefetch_related("cancelled").first()
    if one is None:
        raise Http404
    return one


def events_within(organisation: Organisation, first: date, last: date, kind: str = "") -> QuerySet[Event]:
    """Those that may take place between the two days, of one kind or of all."""
    since = first - timedelta(days=MOST_DAYS)
    once = Q(repeats=Repeats.NEVER.value, first_on__gte=since)
    again = ~Q(repeats=Repeats.NEVER.value) & (Q(until=None) | Q(until__gte=since))
    found = Event.objects.filter(once | again, organisation=organisation, first_on__lte=last)
    found = found.filter(kind=kind) if kind else found
    return found.select_related("organisation", "owner").prefetch_related("cancelled").order_by("first_on", "at", "pk")


def occurrences(organisation: Organisation, first: date, last: date, kind: str = "") -> list[Occurrence]:
    """All that touch a day between the two, in order; what is cancelled is left out. Two queries."""
    found = [
        each
        for event in events_within(organisation, first, last, kind)
        for each in occurrences_of(event, first - timedelta(days=event.days - 1), last)
    ]
    return sorted(found, key=lambda each: (each.on, each.event.at is not None, str(each.event.at), each.event.pk))


def occurrences_of(event: Event, first: date, last: date) -> list[Occurrence]:
    """No query where ``cancelled`` was fetched with it."""
    gone = {each.on for each in event.cancelled.all()}
    return [Occurrence(event, day) for day in event.recurrence.days(first, last) if day not in gone]


def next_days(event: Event, since: date, most: int) -> list[date]:
    """The days to come on which it takes place."""
    return [each.on for each in occurrences_of(event, since, max(since, event.first_on) + AHEAD)[:most]]
