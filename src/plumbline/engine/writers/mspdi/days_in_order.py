"""Exceptions of a calendar as Microsoft Project takes them: by date, and none over another."""

from __future__ import annotations

from datetime import date
from heapq import heappop, heappush
from itertools import pairwise

from plumbline.engine.calendars import CalendarException


def in_order(exceptions: tuple[CalendarException, ...]) -> tuple[CalendarException, ...]:
    """The same days with the same hours, each once and in rising order; of those that overlap the later one wins.

    Project passes over exceptions that do not come by date.
    """
    if all(one.last < next_one.first for one, next_one in pairwise(exceptions)):
        return exceptions
    found: list[CalendarException] = []
    for first, last, winner in _spans(exceptions):
        before = found[-1] if found else None
        if before is not None and before.windows == winner.windows and before.last.toordinal() + 1 == first:
            found[-1] = CalendarException(before.first, date.fromordinal(last), winner.windows)
        else:
            found.append(CalendarException(date.fromordinal(first), date.fromordinal(last), winner.windows))
    return tuple(found)


def _spans(exceptions: tuple[CalendarException, ...]) -> list[tuple[int, int, CalendarException]]:
    """First and last day of each span in which one exception wins throughout, as ordinals."""
    by_first = sorted(range(len(exceptions)), key=lambda place: exceptions[place].first, reverse=True)
    cuts = sorted({each.first.toordinal() for each in exceptions} | {each.last.toordinal() + 1 for each in exceptions})
    spans: list[tuple[int, int, CalendarException]] = []
    holding: list[int] = []
    for first, after in pairwise(cuts):
        while by_first and exceptions[by_first[-1]].first.toordinal() <= first:
            heappush(holding, -by_first.pop())
        while holding and exceptions[-holding[0]].last.toordinal() < first:
            heappop(holding)
        if holding:
            spans.append((first, after - 1, exceptions[-holding[0]]))
    return spans
