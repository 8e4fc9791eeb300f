"""The working time of one calendar, in whole minutes."""

from __future__ import annotations

from plumbline.engine.calendars.work_calendar import WorkCalendar
from plumbline.engine.calendars.work_horizon import Allowance, WorkHorizon


class WorkWindows:
    """Every instant is an ``int`` of minutes; every method is that of ``WorkHorizon`` and raises OutOfWorkingTime."""

    def __init__(self, calendar: WorkCalendar, allowance: Allowance | None = None) -> None:
        self._horizon = WorkHorizon((calendar,), allowance)

    def work_between(self, start: int, finish: int) -> int:
        return self._horizon.work_between(0, start, finish)

    def add(self, instant: int, minutes: int) -> int:
        return self._horizon.add(0, instant, minutes)

    def next_work_start(self, instant: int) -> int:
        return self._horizon.next_work_start(0, instant)

    def previous_work_finish(self, instant: int) -> int:
        return self._horizon.previous_work_finish(0, instant)
