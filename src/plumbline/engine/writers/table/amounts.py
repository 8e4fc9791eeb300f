"""Amounts as the reader of tables takes them exactly: whole days as numbers, anything finer in words."""

from __future__ import annotations

from decimal import Decimal

_DAY, _ELAPSED_DAY, _HOUR = 480, 1440, 60


def duration(minutes: int, elapsed: bool = False) -> int | str:
    """Days if they are whole, else hours, else minutes. ``3ed`` runs around the clock."""
    day = _ELAPSED_DAY if elapsed else _DAY
    if minutes % day == 0:
        return f"{minutes // day}ed" if elapsed else minutes // day
    sign = "e" if elapsed else ""
    return f"{minutes // _HOUR}{sign}h" if minutes % _HOUR == 0 else f"{minutes}{sign}m"


def work(minutes: int) -> int | str:
    """Hours if they are whole, else minutes."""
    return minutes // _HOUR if minutes % _HOUR == 0 else f"{minutes}m"


def lag(minutes: int, elapsed: bool) -> str:
    """``+2d``, ``-3h``, ``+4ed`` around the clock; empty for none."""
    if minutes == 0 and not elapsed:
        return ""
    amount = duration(abs(minutes), elapsed)
    return f"{'-' if minutes < 0 else '+'}{amount}{'d' if isinstance(amount, int) else ''}"


def percent(value: float) -> str:
    """With a sign, because a column without one in which nothing is above 1 is taken as shares."""
    text = f"{Decimal(repr(value)):.10f}".rstrip("0").rstrip(".")
    return f"{text}%"
