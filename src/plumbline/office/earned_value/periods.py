"""Periods of one length, and which of them something belongs to."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from plumbline.office.earned_value.models import PeriodKind

MOST_PERIODS = 600


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


def nearest(ends: Sequence[date], day: date) -> int | None:
    """The place of the period whose end lies nearest to ``day``; the start of the first one is an end too.

    Plans are updated a few days before or after the end of a month and mean that month. ``None`` before the first end
    is the nearest.
    """
    if not ends:
        return None
    place = min(range(len(ends)), key=lambda each: abs((ends[each] - day).days))
    length = (ends[1] - ends[0]).days if len(ends) > 1 else 30
    return None if place == 0 and (ends[0] - day).days > length / 2 else place


def instant_after(day: date) -> datetime:
    """When a period that ends on ``day`` is over."""
    return datetime.combine(day + timedelta(days=1), time(0))
