"""Periods of one length, and which of them something belongs to."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from plumbline.office.earned_value.models import PeriodKind

MOST_PERIODS = 600
TOLERANCE_DAYS = {PeriodKind.MONTH.value: 8, PeriodKind.WEEK.value: 3}
"""How far from the end of a period a statement may lie that is meant for it."""


def end_of(kind: str, day: date) -> date:
    """The last day of the period that ``day`` lies in."""
    if kind == PeriodKind.WEEK:
        return day + timedelta(days=6 - day.weekday())
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def ends_between(kind: str, first: date, last: date) -> list[date]:
    """The last day of each period from the one with ``first`` to the one with ``last``."""
    found = [end_of(kind, first)]
    while found[-1] < last:
        found.append(end_of(kind, found[-1] + timedelta(days=1)))
    return found


def nearest(kind: str, ends: Sequence[date], day: date) -> int | None:
    """The place of the period whose end is meant by a statement as of ``day``.

    Plans are updated a few days before or after the end of a month and mean that month. ``None`` for a day that lies
    further from every end than that: beside a value of another day it would look early or late.
    """
    place = min(range(len(ends)), key=lambda each: abs((ends[each] - day).days), default=None)
    return None if place is None or abs((ends[place] - day).days) > TOLERANCE_DAYS[kind] else place


def instant_after(day: date) -> datetime:
    """When a period that ends on ``day`` is over."""
    return datetime.combine(day + timedelta(days=1), time(0))
