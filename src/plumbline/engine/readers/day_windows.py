"""Working hours of one day as a file gives them, made into windows a calendar accepts."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.engine.calendars import Window
from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY


class UnclearHours(ValueError):
    """Text that is no time of day."""


def minute_of_day(text: str) -> int:
    """``8:00`` or ``08:00:00`` in minutes after midnight."""
    parts = text.strip().split(":")
    if len(parts) not in (2, 3) or not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts):
        raise UnclearHours(f"'{text[:40]}' is not a time of day such as 08:00")
    hours, minutes = int(parts[0]), int(parts[1])
    if hours > 24 or minutes > 59 or hours * 60 + minutes > MINUTES_PER_DAY:
        raise UnclearHours(f"'{text[:40]}' is not a time of day such as 08:00")
    return hours * 60 + minutes


def windows_of(hours: Iterable[tuple[int, int]]) -> tuple[Window, ...]:
    """Windows in order and joined where they touch or overlap.

    A window that ends at 00:00 or, as some tools write it, at 23:59, lasts until midnight. One that ends before it
    begins has its night part cut off at midnight.
    """
    spans = sorted((start, _end(start, end)) for start, end in hours)
    joined: list[Window] = []
    for start, end in spans:
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _end(start: int, end: int) -> int:
    return MINUTES_PER_DAY if end <= start or end == MINUTES_PER_DAY - 1 else end
