"""The dates of a plan, calculated once, and none where its links lead in a circle."""

from __future__ import annotations

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.schedule import InvalidSchedule, Schedule
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.schedule.derived import once


@once
def calculated(schedule: Schedule) -> Calculation | None:
    """``None`` where the links form a loop or a calendar runs out."""
    try:
        return calculate(schedule)
    except (InvalidSchedule, OutOfWorkingTime):
        return None
