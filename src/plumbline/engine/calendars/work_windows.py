"""The working time of one calendar, in whole minutes: what is asked one question at a time."""

from __future__ import annotations

from plumbline.engine.calendars import work_arithmetic
from plumbline.engine.calendars.work_calendar import WorkCalendar
from plumbline.engine.calendars.work_horizon import Allowance, WorkHorizon


class WorkWindows:
    """Every instant is an ``int`` of minutes; every method raises OutOfWorkingTime."""

    def __init__(self, calendar: WorkCalendar, allowance: Allowance | None = None) -> None:
        self._horizon = WorkHorizon((calendar,), allowance)

    def work_between(self, start: int, finish: int) -> int:
        """Working minutes from ``start`` to ``finish``; negative when ``finish`` is the earlier one."""
        return self._horizon.answer(lambda work: work_arithmetic.work_between(work, 0, start, finish))

    def add(self, instant: int, minutes: int) -> int:
        """The instant ``minutes`` of work after ``instant``, or before it when negative."""
        return self._horizon.answer(lambda work: work_arithmetic.add_work(work, 0, instant, minutes))

    def next_work_start(self, instant: int) -> int:
        """``instant`` if work goes on right after it, else the start of the next window."""
        return self._horizon.answer(lambda work: work_arithmetic.next_work_start(work, 0, instant))

    def previous_work_finish(self, instant: int) -> int:
        """``instant`` if work goes on right before it, else the end of the window before."""
        return self._horizon.answer(lambda work: work_arithmetic.previous_work_finish(work, 0, instant))
