"""Durations as they are shown and typed."""

from __future__ import annotations

_HOUR, _ELAPSED_DAY = 60, 1440


def duration_text(minutes: int, elapsed: bool, minutes_per_day: int) -> str:
    """As in “5d”, “2.5d”, “4h”, “30m”, and “3ed” around the clock: exact, so that it reads back as it was."""
    day, sign = (_ELAPSED_DAY, "e") if elapsed else (minutes_per_day, "")
    if minutes % day == 0:
        return f"{minutes // day}{sign}d"
    if minutes > day and minutes * 2 % day == 0:
        return f"{minutes / day:.1f}{sign}d"
    return f"{minutes // _HOUR}{sign}h" if minutes % _HOUR == 0 else f"{minutes}{sign}m"
