"""What is shown of a file before anything is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from plumbline.engine.calendars.working_time import OutOfWorkingTime
from plumbline.engine.readers import PlanFile, Problem
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import LoopInSchedule, calculate

MOST_SHOWN = 50


def preview_of(plan_file: PlanFile) -> list[dict[str, Any]]:
    """One entry for each project in the file, in the file's order."""
    return [_project(each) for each in plan_file.schedules]


def problems_of(plan_file: PlanFile) -> list[dict[str, str]]:
    shown = told(plan_file.problems[:MOST_SHOWN])
    more = len(plan_file.problems) - len(shown)
    return [*shown, {"place": "", "message": f"There are {more} more remarks of this kind."}] if more > 0 else shown


def told(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """As they are kept; they may quote the file, and PostgreSQL keeps no NUL."""
    return [{"place": each.place.replace("\0", ""), "message": each.message.replace("\0", "")} for each in problems]


def _project(schedule: Schedule) -> dict[str, Any]:
    kinds = Counter(each.kind for each in schedule.activities)
    work = [each for each in schedule.activities if not each.is_summary]
    return {
        "name": schedule.name,
        "id": schedule.id,
        "data_date": _day(schedule.data_date),
        "activities": len(work),
        "milestones": sum(count for kind, count in kinds.items() if kind.is_milestone),
        "complete": sum(each.is_complete for each in work),
        "links": len(schedule.links),
        "has_baseline": any(each.baseline for each in work),
        **_dates(schedule),
    }


def _dates(schedule: Schedule) -> dict[str, Any]:
    try:
        calculation = calculate(schedule)
    except (LoopInSchedule, OutOfWorkingTime) as error:
        return {"start": None, "finish": None, "cannot_be_calculated": str(error)}
    return {"start": _day(calculation.start), "finish": _day(calculation.finish), "cannot_be_calculated": ""}


def _day(moment: datetime | None) -> str | None:
    return moment.date().isoformat() if moment else None
