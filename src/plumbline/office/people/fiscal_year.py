"""The years by which an organisation counts, and their quarters and months. Pure: a day in, a period out."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Span(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


LENGTH = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}
"""In months."""


@dataclass(frozen=True, slots=True)
class Period:
    """From its first to its last day, both within it; one begins where another ends."""

    span: Span
    starts_in: int
    first: date
    last: date

    @property
    def label(self) -> str:
        """``FY 2026/27`` by its first and last year, ``2026`` if it is one; ``Q1 FY 2026/27``; ``May 2026``."""
        if self.span == Span.MONTH:
            return f"{MONTHS[self.first.month - 1]} {self.first.year}"
        year = year_named(_begin(self.first, self.starts_in, 12))
        return year if self.span == Span.YEAR else f"Q{_months_in(self.first, self.starts_in) // 3 + 1} {year}"

    @property
    def before(self) -> Period:
        return period_of(self.first - timedelta(days=1), self.span, self.starts_in)

    @property
    def after(self) -> Period:
        return period_of(self.last + timedelta(days=1), self.span, self.starts_in)


def period_of(day: date, span: Span, starts_in: int = 1) -> Period:
    """The month, quarter or fiscal year of that day; ``starts_in`` is the month (1 to 12) that years start in.

    Raises ``ValueError`` for another month, and ``OverflowError`` where the calendar ends.
    """
    if not 1 <= starts_in <= 12:
        raise ValueError(f"A year starts in a month from 1 to 12, not in {starts_in}.")
    first = _begin(day, starts_in, LENGTH[span])
    year, month = divmod(first.year * 12 + first.month - 1 + LENGTH[span] - 1, 12)
    if year > date.max.year:
        raise OverflowError("The calendar ends before this period does.")
    return Period(span, starts_in, first, date(year, month + 1, monthrange(year, month + 1)[1]))


def year_named(first: date) -> str:
    """The name of the fiscal year that begins on that day."""
    return f"{first.year}" if first.month == 1 else f"FY {first.year}/{(first.year + 1) % 100:02}"


def _months_in(day: date, starts_in: int) -> int:
    return (day.month - starts_in) % 12


def _begin(day: date, starts_in: int, length: int) -> date:
    """The first day of the part of the year, of that many months, that the day is in."""
    year, month = divmod(day.year * 12 + day.month - 1 - _months_in(day, starts_in) % length, 12)
    if year < date.min.year:
        raise OverflowError("The calendar begins after this period does.")
    return date(year, month + 1, 1)
