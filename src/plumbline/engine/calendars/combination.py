"""Two calendars as one: when both work, or when either does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from plumbline.engine.calendars.work_calendar import CalendarException, InvalidCalendar, Window, WorkCalendar

Windows = tuple[Window, ...]

_LONGEST_IN_DAYS = 40_000


def both(one: WorkCalendar, other: WorkCalendar) -> WorkCalendar:
    """The time in which both work. Raises InvalidCalendar where there is none."""
    return _combined(one, other, _in_both, "and")


def either(one: WorkCalendar, other: WorkCalendar) -> WorkCalendar:
    """The time in which at least one works."""
    return _combined(one, other, _in_either, "or")


def _combined(
    one: WorkCalendar, other: WorkCalendar, combine: Callable[[Windows, Windows], Windows], word: str
) -> WorkCalendar:
    return WorkCalendar(
        uid=f"{one.uid} {word} {other.uid}",
        name=f"{one.name} {word} {other.name}",
        week=tuple(combine(mine, theirs) for mine, theirs in zip(one.week, other.week, strict=True)),
        exceptions=tuple(
            CalendarException(day, day, combine(_windows_on(one, day), _windows_on(other, day)))
            for day in _exceptional_days(one, other)
        ),
        minutes_per_day=one.minutes_per_day,
    )


def _exceptional_days(one: WorkCalendar, other: WorkCalendar) -> list[date]:
    days: set[date] = set()
    for each in (*one.exceptions, *other.exceptions):
        days.update(each.first + timedelta(days=number) for number in range((each.last - each.first).days + 1))
        if len(days) > _LONGEST_IN_DAYS:
            raise InvalidCalendar(f"calendar {one.name!r} has too many exceptions to be combined with {other.name!r}")
    return sorted(days)


def _windows_on(calendar: WorkCalendar, day: date) -> Windows:
    for each in reversed(calendar.exceptions):
        if each.first <= day <= each.last:
            return each.windows
    return calendar.week[day.weekday()]


def _in_both(mine: Windows, theirs: Windows) -> Windows:
    shared = ((max(a, c), min(b, d)) for a, b in mine for c, d in theirs)
    return tuple(sorted((start, end) for start, end in shared if start < end))


def _in_either(mine: Windows, theirs: Windows) -> Windows:
    merged: list[Window] = []
    for start, end in sorted((*mine, *theirs)):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)
