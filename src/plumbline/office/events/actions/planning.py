"""Adding, changing and removing events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F

from plumbline.office.events.models import CancelledDay, Event
from plumbline.office.events.occurrences import Repeats
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Membership, Organisation, Person

MOST_EVENTS = 500
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that somebody says about an event."""

    title: str
    kind: str
    first_on: date
    at: time | None = None
    minutes: int | None = None
    days: int = 1
    repeats: str = Repeats.NEVER.value
    every: int = 1
    until: date | None = None
    place: str = ""
    notes: str = ""
    owner: Person | None = None


def add_event(organisation: Organisation, facts: Facts, *, by: Person | None, key: str = "") -> Event:
    """The one with that ``key``, where there is one. Raises ``ValidationError`` by field."""
    with action("add_event", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        known = Event.objects.filter(organisation=organisation, key=key).first() if key else None
        if known is not None:
            line.nothing_happened()
            return known
        if Event.objects.filter(organisation=organisation).count() >= MOST_EVENTS:
            raise ValidationError(f"There are {MOST_EVENTS} events. Remove some that are over.")
        event = add(Event(organisation=organisation, key=key, added_by=by, **_sound(organisation, facts)))
        line.about(event, first_on=str(event.first_on), repeats=event.repeats)
    return event


def change_event(event: Event, facts: Facts, *, by: Person) -> Event:
    """Days that were cancelled stay so where the event still falls on them. Raises ``ValidationError`` by field."""
    with action("change_event", by=by, scope=event.organisation) as line:
        found = Event.objects.select_for_update().get(pk=event.pk)
        told = change(found, **_sound(event.organisation, facts))
        if not told:
            line.nothing_happened()
            return found
        change(found, changed_at=now(), sequence=found.sequence + 1)
        recurrence = found.recurrence
        gone = [each.pk for each in found.cancelled.all() if not recurrence.falls_on(each.on)]
        CancelledDay.objects.filter(pk__in=gone).delete()
        line.about(found, changed=told)
    return found


def remove_event(event: Event, *, by: Person) -> None:
    """With all its days, those that were included."""
    with action("remove_event", by=by, scope=event.organisation) as line:
        line.about(event, first_on=str(event.first_on), repeats=event.repeats)
        Event.objects.filter(pk=event.pk).delete()


def touch(event: Event) -> None:
    """Whoever subscribes is to notice that something about it changed."""
    Event.objects.filter(pk=event.pk).update(changed_at=now(), sequence=F("sequence") + 1)


def _sound(organisation: Organisation, facts: Facts) -> dict[str, Any]:
    said: dict[str, Any] = {name: getattr(facts, name) for name in Facts.__dataclass_fields__}
    said |= {name: said[name].strip() for name in ("title", "place", "notes")}
    if not EARLIEST <= facts.first_on < LATEST:
        raise ValidationError({"first_on": "Choose a day of this century."})
    if facts.until and facts.until >= LATEST:
        raise ValidationError({"until": "Choose a day of this century."})
    if facts.at is None and facts.minutes is not None:
        raise ValidationError({"at": "Say at what time it begins, or leave out how long it lasts."})
    if facts.at is not None and facts.minutes is None:
        raise ValidationError({"minutes": "Say how long it lasts."})
    if facts.at is not None and facts.days != 1:
        raise ValidationError({"days": "Whole days have no time: leave the time out, or make it one day."})
    if facts.until and facts.until < facts.first_on:
        raise ValidationError({"until": "The last day cannot lie before the first."})
    if facts.repeats == Repeats.NEVER.value:
        said |= {"every": 1, "until": None}
    if facts.owner and not Membership.objects.filter(organisation=organisation, person=facts.owner).exists():
        raise ValidationError({"owner": "Choose somebody of the organisation."})
    return said
