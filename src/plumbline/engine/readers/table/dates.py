"""Dates as people write them; what could be two dates is refused, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from enum import Enum

from plumbline.engine.readers.limits import is_plausible

_TIME = re.compile(r"[T\s]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AaPp]\.?[Mm]\.?)?$")
_WEEKDAY = re.compile(r"^([^\W\d]{2,9})\.?,?\s+(?=\d|[^\W\d]{3,9}\.?\s+\d)")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})[\s-]+([^\W\d]{3,9})\.?,?[\s-]+(\d{4}|\d{2})")
_NAMED_FIRST = re.compile(r"([^\W\d]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4}|\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Order(Enum):
    """Whether 03/04 is the third of April or the fourth of March."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


class UnclearDate(ValueError):
    """A text that is no date, or could be two."""


def order_of(texts: Iterable[str]) -> Order:
    """One table is written one way: a single 13/04 settles all its dates, 13/04 beside 04/13 settles none."""
    day_first = month_first = False
    for text in texts:
        match = _SLASHES.fullmatch(_without_time(text)[0])
        if match:
            day_first |= int(match.group(1)) > 12
            month_first |= int(match.group(2)) > 12
    if day_first == month_first:
        return Order.UNKNOWN
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


def instant_of(text: str, order: Order, otherwise: time) -> datetime:
    """The instant; ``otherwise`` is the time of a date without one. Raises UnclearDate."""
    day_text, clock = _without_time(text)
    year, month, day = _parts(text, day_text, order)
    try:
        instant = datetime.combine(date(year, month, day), clock or otherwise)
    except ValueError:
        raise UnclearDate(f"'{text[:40]}' is not a date in any calendar; write it as 2026-03-31") from None
    if not is_plausible(instant):
        raise UnclearDate(f"the year {year} cannot be right; write the date as 2026-03-31")
    return instant


def _without_time(text: str) -> tuple[str, time | None]:
    text = _WEEKDAY.sub(lambda match: match.group() if _is_month(match.group(1)) else "", text.strip())
    match = _TIME.search(text)
    if match is None:
        return text, None
    hour, minute, half = int(match.group(1)), int(match.group(2)), (match.group(3) or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return text, None
    return text[: match.start()].strip(), time(hour, minute)


def _parts(text: str, day_text: str, order: Order) -> tuple[int, int, int]:
    if match := _ISO.fullmatch(day_text):
        return int(match.group(1)), int(match.group(2)), int(match.group(3))
    if match := _DOTS.fullmatch(day_text):
        return _year(match.group(3)), int(match.group(2)), int(match.group(1))
    if match := _NAMED.fullmatch(day_text):
        return _year(match.group(3)), _month(text, match.group(2)), int(match.group(1))
    if match := _NAMED_FIRST.fullmatch(day_text):
        return _year(match.group(3)), _month(text, match.group(1)), int(match.group(2))
    if match := _SLASHES.fullmatch(day_text):
        first, second, year = int(match.group(1)), int(match.group(2)), _year(match.group(3))
        if first != second and order is Order.UNKNOWN:
            raise UnclearDate(
                f"'{text[:40]}' can be two dates, day or month first; write the dates as 2026-03-31 (year-month-day)"
            )
        return (year, first, second) if order is Order.MONTH_FIRST else (year, second, first)
    raise UnclearDate(f"'{text[:40]}' is not a date; write it as 2026-03-31")


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _is_month(name: str) -> bool:
    return name[:3].lower() in _MONTHS


def _month(text: str, name: str) -> int:
    start = name[:3].lower()
    if not _is_month(name):
        raise UnclearDate(f"'{text[:40]}' has a month that is not known; write the date as 2026-03-31")
    return _MONTHS.index(start) + 1
