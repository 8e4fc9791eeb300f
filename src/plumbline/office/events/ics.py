"""Calendars as other programs read them (iCalendar, RFC 5545): entries in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar
from icalendar import Event as Component
from icalendar.prop import vRecur

from plumbline.office.events.models import Event
from plumbline.office.events.occurrences import FIFTH, Repeats, moment_on, number_in_month

CONTENT_TYPE = "text/calendar; charset=utf-8"
READ_AGAIN_AFTER = timedelta(hours=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAYS_OF_EVERY_MONTH = 28
NO_CONTROL = {each: " " for each in range(32) if chr(each) not in "\n\t"} | {127: " "}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a calendar. ``uid`` stays the same as long as it is the same thing.

    It begins ``at`` a time of the organisation and lasts ``minutes``, or is whole ``days`` where there is no time.
    """

    uid: str
    title: str
    on: date
    changed_at: datetime
    at: time | None = None
    minutes: int = 0
    days: int = 1
    url: str = ""
    place: str = ""
    notes: str = ""
    category: str = ""
    sequence: int = 0
    rule: dict[str, object] = field(default_factory=dict)
    without: Sequence[date] = ()


def calendar(name: str, entries: Iterable[Entry], zone: ZoneInfo) -> bytes:
    """The same entries make the same bytes.

    Times are those of ``zone``, which comes along, so that they are right across a change of the clocks.
    """
    own = uuid5(NAMESPACE_URL, f"{settings.SITE_URL}/{name}")
    made = Calendar.new(name=name, uid=own, prodid="-//Plumbline//Calendar//EN", refresh_interval=READ_AGAIN_AFTER)
    made.add("X-WR-TIMEZONE", zone.key)
    for each in entries:
        made.add_component(_component(each, zone))
    made.add_missing_timezones()
    return bytes(made.to_ical())


def uid_of(kind: str, *numbers: object) -> str:
    """The same for the same thing as long as the site has its address."""
    return f"{kind}-{'-'.join(map(str, numbers))}@{urlsplit(settings.SITE_URL).hostname}"


def entry_of(event: Event) -> Entry:
    """The whole of an event, with the rule by which it comes again; its ``cancelled`` are to be fetched with it."""
    there = reverse("events:event", args=[event.organisation.slug, event.pk])
    return Entry(
        uid=uid_of("event", event.pk),
        title=event.title,
        on=event.first_on,
        changed_at=event.changed_at,
        at=event.at,
        minutes=event.minutes or 0,
        days=event.days,
        url=f"{settings.SITE_URL}{there}",
        place=event.place,
        notes=event.notes,
        category=event.get_kind_display(),
        sequence=event.sequence,
        rule=rule_of(event),
        without=[each.on for each in event.cancelled.all()],
    )


def rule_of(event: Event) -> dict[str, object]:
    """The recurrence in the words of RFC 5545; empty for what happens once. The last day is told by ``calendar``."""
    if not event.comes_again:
        return {}
    by_week = event.repeats == Repeats.WEEKLY.value
    rule: dict[str, object] = {"FREQ": "WEEKLY" if by_week else "MONTHLY", "INTERVAL": event.every}
    if event.repeats == Repeats.DAY_OF_MONTH.value:
        rule |= _by_day_of_month(event.first_on.day)
    elif event.repeats == Repeats.WEEKDAY_OF_MONTH.value:
        number = number_in_month(event.first_on)
        rule["BYDAY"] = f"{-1 if number == FIFTH else number}{WEEKDAYS[event.first_on.weekday()]}"
    if event.until:
        rule["UNTIL"] = event.until
    return rule


def _by_day_of_month(day: int) -> dict[str, object]:
    """Of the days that a month has up to that one, the last."""
    if day <= DAYS_OF_EVERY_MONTH:
        return {"BYMONTHDAY": day}
    return {"BYMONTHDAY": list(range(DAYS_OF_EVERY_MONTH, day + 1)), "BYSETPOS": -1}


def _component(entry: Entry, zone: ZoneInfo) -> Component:
    made = Component.new(
        uid=entry.uid,
        summary=_clean(entry.title),
        stamp=entry.changed_at,
        last_modified=entry.changed_at,
        sequence=entry.sequence,
        location=_clean(entry.place) or None,
        description=_clean(entry.notes) or None,
        url=entry.url or None,
        categories=[entry.category] if entry.category else [],
        **_span(entry, zone),  # type: ignore[arg-type]
    )
    if entry.rule:
        made.add("RRULE", vRecur(_rule(entry, zone)))
    for each in entry.without:
        made.add("EXDATE", moment_on(each, entry.at, zone) if entry.at else each)
    return made


def _span(entry: Entry, zone: ZoneInfo) -> dict[str, date | datetime]:
    if entry.at is None:
        return {"start": entry.on, "end": entry.on + timedelta(days=entry.days)}
    begin = moment_on(entry.on, entry.at, zone)
    end = begin.astimezone(ZoneInfo("UTC")) + timedelta(minutes=entry.minutes)
    return {"start": begin, "end": end.astimezone(zone)}


def _rule(entry: Entry, zone: ZoneInfo) -> dict[str, object]:
    """Where there is a time, the last moment is told in UTC, as the standard asks."""
    until = entry.rule.get("UNTIL")
    if entry.at is None or not isinstance(until, date):
        return entry.rule
    return entry.rule | {"UNTIL": moment_on(until, entry.at, zone).astimezone(ZoneInfo("UTC"))}


def _clean(text: str) -> str:
    """Signs that no calendar may hold are left out; line ends and separators the library writes as it has to."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(NO_CONTROL)
