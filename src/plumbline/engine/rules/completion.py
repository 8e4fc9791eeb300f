"""Which activity stands for the completion of the project."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.rules.rule import not_assessable
from plumbline.engine.schedule import Activity, ActivityKind, Schedule
from plumbline.engine.schedule.calculate import Calculation

COMPLETION_PARAMETER = ("milestone", "")

NO_COMPLETION = not_assessable(
    "There is no open activity that stands for the completion of the project. "
    "Add a finish milestone at the end of the plan, or name an open one in the standard."
)


def completion_of(schedule: Schedule, calculation: Calculation, activity_id: str = "") -> Activity | None:
    """The activity with this id, or without one the open finish milestone that comes last.

    A plan without a finish milestone is measured at its last activity. ``None`` where nothing open is left.
    """
    candidates = [each for each in schedule.activities if _can_stand_for_completion(each)]
    if activity_id:
        return next((each for each in candidates if each.id == activity_id), None)
    milestones = [each for each in candidates if each.kind is ActivityKind.FINISH_MILESTONE]

    def finish_of(activity: Activity) -> datetime:
        return calculation.dates[activity.uid].early_finish or datetime.min

    return max(reversed(milestones or candidates), key=finish_of, default=None)


def _can_stand_for_completion(activity: Activity) -> bool:
    is_work = activity.active and not (activity.is_summary or activity.is_level_of_effort or activity.external)
    return is_work and not activity.is_complete
