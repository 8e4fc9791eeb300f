"""Arithmetic on working time: steps of the innermost loops, each a look into two indexes and a short walk.

Every function raises ``HorizonTooShort`` when the answer lies outside the columns. They call nothing but each other, so
that they can be compiled (``schedule/compiled.py``).
"""

from __future__ import annotations

from plumbline.engine.calendars.work_columns import MINUTES_PER_BUCKET, WorkColumns

_DAY = 1440


class HorizonTooShort(Exception):
    """An answer lies outside the columns; their ``lack`` says of which calendar, from which instant and which way."""


def note_lack(work: WorkColumns, calendar: int, instant: int, way: int) -> None:
    """Leave word that the columns should reach further: before ``instant`` (``way`` -1) or after it (1)."""
    work.lack[0], work.lack[1], work.lack[2] = calendar, instant, way


def window_at(work: WorkColumns, calendar: int, instant: int) -> int:
    """The last window that begins at ``instant`` or before it; one less than the first where there is none."""
    day = instant // _DAY - work.horizon[0]
    if day < 0 or day >= work.horizon[1]:
        note_lack(work, calendar, instant, -1 if day < 0 else 1)
        raise HorizonTooShort
    window = work.by_day[work.day_base[calendar] + day]
    while window >= work.first[calendar] and work.start[window] > instant:
        window -= 1
    return window


def position(work: WorkColumns, calendar: int, instant: int) -> int:
    """Working minutes of the horizon that lie before ``instant``."""
    window = window_at(work, calendar, instant)
    if window < work.first[calendar]:
        return 0
    return work.before[window] + min(instant, work.end[window]) - work.start[window]


def work_between(work: WorkColumns, calendar: int, start: int, finish: int) -> int:
    """Working minutes from ``start`` to ``finish``; negative when ``finish`` is the earlier one."""
    if start == finish:
        return 0
    return position(work, calendar, finish) - position(work, calendar, start)


def add_work(work: WorkColumns, calendar: int, instant: int, minutes: int) -> int:
    """The instant ``minutes`` of work after ``instant``, or before it when negative.

    Forward it is the earliest such instant (work that ends with a window ends there, not at the next window's
    start); backward it is the latest one (work that begins with a window begins there). Nothing is added for 0.
    """
    if minutes == 0:
        return instant
    target = position(work, calendar, instant) + minutes
    if minutes > 0:
        if target > work.total[calendar]:
            note_lack(work, calendar, instant, 1)
            raise HorizonTooShort
        window = work.by_work[work.work_base[calendar] + (target - 1) // MINUTES_PER_BUCKET]
        while work.before[window] + work.end[window] - work.start[window] < target:
            window += 1
    else:
        if target < 0:
            note_lack(work, calendar, instant, -1)
            raise HorizonTooShort
        window = work.by_work[work.work_base[calendar] + target // MINUTES_PER_BUCKET]
        while work.before[window] + work.end[window] - work.start[window] <= target:
            window += 1
    return work.start[window] + target - work.before[window]


def next_work_start(work: WorkColumns, calendar: int, instant: int) -> int:
    """``instant`` if work goes on right after it, else the start of the next window."""
    window = window_at(work, calendar, instant)
    if window >= work.first[calendar] and instant < work.end[window]:
        return instant
    if window + 1 >= work.stop[calendar]:
        note_lack(work, calendar, instant, 1)
        raise HorizonTooShort
    return work.start[window + 1]


def previous_work_finish(work: WorkColumns, calendar: int, instant: int) -> int:
    """``instant`` if work goes on right before it, else the end of the window before."""
    window = window_at(work, calendar, instant - 1)
    if window < work.first[calendar]:
        note_lack(work, calendar, instant, -1)
        raise HorizonTooShort
    return min(instant, work.end[window])


STEPS = (note_lack, window_at, position, work_between, add_work, next_work_start, previous_work_finish)
"""In this order each calls only those before it."""
