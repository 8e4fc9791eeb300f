"""Working days, hours and holidays as they are typed and shown."""

from __future__ import annotations

import itertools
import re
from datetime import date, datetime, time

from plumbline.engine.calendars import CalendarException, InvalidCalendar, Window, WorkCalendar
from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.refusal import CannotEdit

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_EXCEPTIONS = 500
LONGEST_IN_DAYS = 400
_SPAN = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?")
_EXCEPTION = re.compile(r"(\S+)(?:\s+(?:to|until|-)\s+(\S+))?(?:[\s:]+(\d.*|off|holiday))?", re.IGNORECASE)


def days_in(text: str) -> frozenset[int]:
    """“mon, tue, Friday” as 0 for Monday to 6. Raises CannotEdit."""
    found = set()
    for word in re.split(r"[\s,;]+", text.strip().lower()):
        if word and word[:3] not in DAYS:
            raise CannotEdit(f"'{word[:20]}' is not a day; write mon tue wed thu fri.", field="working_days")
        if word:
            found.add(DAYS.index(word[:3]))
    return frozenset(found)


def days_text(calendar: WorkCalendar) -> str:
    return " ".join(day for day, windows in zip(DAYS, calendar.week, strict=True) if windows)


def windows_in(text: str, field: str = "hours") -> tuple[Window, ...]:
    """“08:00-12:00, 13-17” as minutes after midnight. Raises CannotEdit."""
    windows = []
    for part in re.split(r"[,;]", text):
        match = _SPAN.fullmatch(part.strip())
        if match is None:
            raise CannotEdit(f"'{part.strip()[:30]}' is not a time; write 08:00-12:00, 13:00-17:00.", field=field)
        hours = [int(each or 0) for each in match.groups()]
        windows.append((hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]))
    if any(start >= end or end > 1440 for start, end in windows) or any(
        one[1] > other[0] for one, other in itertools.pairwise(windows)
    ):
        raise CannotEdit(f"'{text[:40]}' has to go forward within one day, without overlap.", field=field)
    return tuple(windows)


def windows_text(windows: tuple[Window, ...]) -> str:
    return ", ".join(f"{_clock(start)}-{_clock(end)}" for start, end in windows)


def exceptions_in(text: str) -> tuple[CalendarException, ...]:
    """A line each: a day, or two with “to” between them; then nothing for a holiday, or the hours. CannotEdit."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_EXCEPTIONS:
        raise CannotEdit(f"More than {MOST_EXCEPTIONS} exceptions cannot be kept.", field="exceptions")
    return tuple(map(_exception, lines))


def exceptions_text(calendar: WorkCalendar) -> str:
    return "\n".join(
        f"{each.first}{f' to {each.last}' if each.last != each.first else ''} {windows_text(each.windows)}".rstrip()
        for each in calendar.exceptions
    )


def _exception(line: str) -> CalendarException:
    match = _EXCEPTION.fullmatch(line)
    if match is None:
        raise CannotEdit(f"'{line[:40]}' is not understood; write 2026-12-24 to 2026-12-26.", field="exceptions")
    first = _day(match.group(1))
    last = _day(match.group(2)) if match.group(2) else first
    rest = (match.group(3) or "").lower()
    windows = windows_in(rest, "exceptions") if rest and rest not in ("off", "holiday") else ()
    if (last - first).days > LONGEST_IN_DAYS:
        raise CannotEdit(f"'{line[:40]}' is longer than {LONGEST_IN_DAYS} days.", field="exceptions")
    try:
        return CalendarException(first, last, windows)
    except InvalidCalendar as error:
        raise CannotEdit(f"{str(error)[:1].upper()}{str(error)[1:]}.", field="exceptions") from None


def _day(text: str) -> date:
    moment = instant_in(text.rstrip(":,"), time(0), None, "exceptions")
    if moment is None or not isinstance(moment, datetime):
        raise CannotEdit("An exception begins with a day; write 2026-12-24.", field="exceptions")
    return moment.date()


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
