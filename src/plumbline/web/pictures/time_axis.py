"""The scale above a Gantt chart: which units fit the range, where they begin, what they are called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Range:
    """Whole days from `start` up to, not including, `end`."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    def share(self, day: date, of_day: float = 0.0) -> float:
        """Where a moment lies between 0 and 1; `of_day` is the share of that day gone by."""
        return ((day - self.start).days + of_day) / self.days


@dataclass(frozen=True)
class Unit:
    name: str
    days: float
    begin: Callable[[date], date]
    following: Callable[[date], date]
    label: Callable[[date], str]


def _month(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


DAY = Unit("day", 1, lambda day: day, lambda day: day + timedelta(1), lambda day: str(day.day))
WEEK = Unit(
    "week",
    7,
    lambda day: day - timedelta(day.weekday()),
    lambda day: day + timedelta(7),
    lambda day: f"{day.day} {MONTHS[day.month - 1]}",
)
MONTH = Unit(
    "month", 30.4, lambda day: day.replace(day=1), lambda day: _month(day, 1), lambda day: MONTHS[day.month - 1]
)
QUARTER = Unit(
    "quarter",
    91.3,
    lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
    lambda day: _month(day, 3),
    lambda day: f"Q{(day.month + 2) // 3}",
)


def years(count: int) -> Unit:
    """So many years as one unit, for plans that span a generation or hold a date typed wrongly."""
    return Unit(
        "year",
        365.25 * count,
        lambda day: date(max(day.year // count * count, 1), 1, 1),
        lambda day: date(day.year // count * count + count, 1, 1),
        lambda day: str(day.year),
    )


YEAR = years(1)
LONG_MONTH = Unit("month", 30.4, MONTH.begin, MONTH.following, lambda day: f"{MONTHS[day.month - 1]} {day.year}")


def units_for(days: int) -> tuple[Unit, Unit]:
    """The coarse and the fine unit that give a readable scale for a range of so many days."""
    if days <= 31:
        return LONG_MONTH, DAY
    if days <= 140:
        return LONG_MONTH, WEEK
    if days <= 740:
        return YEAR, MONTH
    if days <= 2000:
        return YEAR, QUARTER
    unit = next((years(count) for count in (1, 2, 5, 10, 25, 100, 500) if days / 365.25 / count <= 20), years(1000))
    return unit, unit


def begins(unit: Unit, span: Range) -> Iterator[tuple[date, date]]:
    """The units that touch the range, cut to it, as (from, up to)."""
    begin = unit.begin(span.start)
    while begin < span.end:
        following = unit.following(begin)
        yield max(begin, span.start), min(following, span.end)
        begin = following
