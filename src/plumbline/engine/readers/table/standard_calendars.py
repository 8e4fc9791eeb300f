"""The calendars a table can name; a table cannot define its own."""

from __future__ import annotations

from plumbline.engine.calendars import Week, WorkCalendar

_DAY = ((480, 720), (780, 1020))
_AROUND_THE_CLOCK = ((0, 1440),)


def _calendar(uid: str, name: str, week: Week, minutes_per_day: int = 480) -> WorkCalendar:
    return WorkCalendar(uid=uid, name=name, week=week, minutes_per_day=minutes_per_day)


STANDARD = _calendar("5x8", "Standard 5x8", (_DAY,) * 5 + ((), ()))
CALENDARS = (
    STANDARD,
    _calendar("6x8", "6x8", (_DAY,) * 6 + ((),)),
    _calendar("7x8", "7x8", (_DAY,) * 7),
    _calendar("7x24", "24 hours", (_AROUND_THE_CLOCK,) * 7, 1440),
)
_NAMES = {
    "5x8": ("5x8", "standard", "default", "standard 5x8", "5 day", "5 days", "none", ""),
    "6x8": ("6x8", "6 day", "6 days"),
    "7x8": ("7x8", "7 day", "7 days"),
    "7x24": ("7x24", "24x7", "24 hours", "24h", "continuous"),
}
_UID_OF = {name: uid for uid, names in _NAMES.items() for name in names}


def calendar_uid(name: str) -> str | None:
    return _UID_OF.get(name.strip().lower())
