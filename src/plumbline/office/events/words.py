"""When an event takes place, in words."""

from __future__ import annotations

from plumbline.office.events.models import Event
from plumbline.office.events.occurrences import FIFTH, Repeats, number_in_month

ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", FIFTH: "last"}
DAYS_OF_EVERY_MONTH = 28


def rhythm_of(event: Event) -> str:
    """“every 2 weeks on Monday until 3 July 2026”, or nothing for what happens once."""
    if not event.comes_again:
        return ""
    words = f"{_how_often(event)} {_on_what(event)}"
    return f"{words} until {event.until:%-d %B %Y}" if event.until else words


def _how_often(event: Event) -> str:
    unit = "week" if event.repeats == Repeats.WEEKLY.value else "month"
    return f"every {unit}" if event.every == 1 else f"every {event.every} {unit}s"


def _on_what(event: Event) -> str:
    first = event.first_on
    if event.repeats == Repeats.WEEKLY.value:
        return f"on {first:%A}"
    if event.repeats == Repeats.WEEKDAY_OF_MONTH.value:
        return f"on the {ORDINALS[number_in_month(first)]} {first:%A}"
    if first.day <= DAYS_OF_EVERY_MONTH:
        return f"on day {first.day}"
    return f"on day {first.day} or the last day of the month"
