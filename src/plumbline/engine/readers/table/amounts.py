"""Durations, percents and sums of money as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable

from plumbline.engine.readers.limits import MAX_MINUTES

_AMOUNT = re.compile(r"([+-]?\s*\d[\d.,' ]*)\s*(e?)\s*([^\W\d]*)\.?\s*\??", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "m"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "h"),
    **dict.fromkeys(("", "d", "day", "days", "dy", "dys"), "d"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "w"),
    **dict.fromkeys(("mo", "mon", "mons", "month", "months"), "mo"),
}
_WORKING: dict[str, Callable[[int], int]] = {
    "m": lambda day: 1,
    "h": lambda day: 60,
    "d": lambda day: day,
    "w": lambda day: 5 * day,
    "mo": lambda day: 20 * day,
}
_ELAPSED_MINUTES = {"m": 1, "h": 60, "d": 1_440, "w": 10_080, "mo": 43_200}


class UnclearAmount(ValueError):
    """A text that is no amount of what was asked for."""


def duration_of(text: str, unit: str = "d", minutes_per_day: int = 480) -> tuple[int, bool]:
    """Minutes, and whether they are elapsed rather than working time. A bare number counts in ``unit``.

    A working day has ``minutes_per_day``, a week 5 days, a month 20 days. Raises UnclearAmount.
    """
    match = _AMOUNT.fullmatch(text.strip())
    name = match.group(3).lower() if match else "?"
    if match is None or name not in _UNITS:
        raise UnclearAmount(f"'{text[:40]}' is not a duration; write 10d, 4h, 2w, or a number of days")
    elapsed = bool(match.group(2))
    called = _UNITS[name] if name else unit
    minutes = number_of(match.group(1)) * (_ELAPSED_MINUTES[called] if elapsed else _WORKING[called](minutes_per_day))
    if abs(minutes) > MAX_MINUTES:
        raise UnclearAmount(f"'{text[:40]}' is more than 200 years")
    return round(minutes), elapsed


def number_of(text: str) -> float:
    """``1,234.5``, ``1.234,5``, ``1 234,5`` and ``€ 1234.50`` are numbers. Raises UnclearAmount."""
    digits = re.sub(r"[^\d.,+-]", "", text)
    comma, dot = digits.rfind(","), digits.rfind(".")
    if comma > dot:
        is_thousands = digits.count(",") > 1 or (len(digits) - comma == 4 and digits.lstrip("+-")[0] != "0")
        digits = digits.replace(",", "") if is_thousands and dot < 0 else digits.replace(".", "").replace(",", ".")
    else:
        digits = digits.replace(",", "")
    if len(digits) > 20 or not re.search(r"\d", text) or re.search(r"[^\W\d_]{4,}", text):
        raise UnclearAmount(f"'{text[:40]}' is not a number")
    try:
        return float(digits)
    except ValueError:
        raise UnclearAmount(f"'{text[:40]}' is not a number") from None
