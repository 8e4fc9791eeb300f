"""What a rule counted and the limit it is held against, as a person reads them."""

from __future__ import annotations

from plumbline.engine.rules.rule import LimitKind

MOST_DIGITS = 4
_LIMIT_WORDS = {
    LimitKind.AT_MOST_PERCENT: "at most {} %",
    LimitKind.AT_LEAST_PERCENT: "at least {} %",
    LimitKind.AT_MOST_COUNT: "at most {}",
    LimitKind.AT_LEAST_RATIO: "at least {}",
}


def limit_words(kind: LimitKind, limit: float | None) -> str:
    """As in 'at most 5 %', in the unit of ``kind``; 'no limit' where none is set."""
    return "no limit" if limit is None or kind is LimitKind.NONE else _LIMIT_WORDS[kind].format(short(limit))


def measured(
    kind: LimitKind, numerator: float | None, denominator: float | None, value: float | None, limit: float | None
) -> str:
    """As in '6 of 40, 15.0 %'; a value so near its limit that rounding would hide the difference gets more digits."""
    counted = "" if numerator is None else short(numerator)
    if denominator is not None and counted:
        counted += f" of {short(denominator)}"
    if value is None or kind is LimitKind.AT_MOST_COUNT:
        return counted
    if kind is LimitKind.AT_LEAST_RATIO:
        ratio = beside_limit(value, limit, fewest=2)
        return f"{ratio} ({counted})" if counted else ratio
    percent = f"{beside_limit(value, limit, fewest=1)} %"
    return f"{counted}, {percent}" if counted else percent


def beside_limit(value: float, limit: float | None, *, fewest: int) -> str:
    for digits in range(fewest, MOST_DIGITS):
        if limit is None or value == limit or round(value, digits) != limit:
            return f"{value:.{digits}f}"
    return f"{value:.{MOST_DIGITS}f}"


def short(number: float) -> str:
    """As in '1,234' or '53.62': two decimals at most, and none for a whole number."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0")
