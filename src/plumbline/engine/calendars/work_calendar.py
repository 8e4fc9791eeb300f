"""A calendar as data: a week pattern and exceptions. Arithmetic on it lives in ``working_time``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MINUTES_PER_DAY = 24 * 60

Window = tuple[int, int]
"""Working time within one day: (from, to) in minutes after midnight, 0 <= from < to <= 1440."""

Week = tuple[tuple[Window, ...], ...]
"""Seven days, Monday first, each a tuple of windows in order. A night shift is two windows on two days."""


class InvalidCalendar(ValueError):
    """A calendar that cannot be worked with; the message names the day."""


@dataclass(frozen=True, slots=True)
class CalendarException:
    """Different working time on each day from ``first`` to ``last`` inclusive; no windows is a day off."""

    first: date
    last: date
    windows: tuple[Window, ...] = ()

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidCalendar(f"the exception from {self.first} ends before it begins, on {self.last}")
        _check_windows(str(self.first), self.windows)


@dataclass(frozen=True, kw_only=True)
class WorkCalendar:
    """Working time of a plan. Where exceptions overlap, the later one in the tuple wins."""

    uid: int | str
    name: str
    week: Week
    exceptions: tuple[CalendarException, ...] = ()
    minutes_per_day: int = 480

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise InvalidCalendar(f"calendar {self.name!r}: a week has seven days, not {len(self.week)}")
        for number, windows in enumerate(self.week, start=1):
            _check_windows(f"calendar {self.name!r}, weekday {number}", windows)
        if not any(self.week) and not any(each.windows for each in self.exceptions):
            raise InvalidCalendar(f"calendar {self.name!r} has no working time at all")


def _check_windows(place: str, windows: tuple[Window, ...]) -> None:
    before = 0
    for start, end in windows:
        if not 0 <= start < end <= MINUTES_PER_DAY:
            raise InvalidCalendar(f"{place}: {start}-{end} is not a span of minutes within a day")
        if start < before:
            raise InvalidCalendar(f"{place}: the working times overlap")
        before = end
