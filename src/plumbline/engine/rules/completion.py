"""Which activity stands for the completion of the project."""

from __future__ import annotations

from plumbline.engine.rules.rule import not_assessable
from plumbline.engine.schedule import Activity, ActivityKind, Schedule
from plumbline.engine.schedule.calculate import Calculation
from plumbline.engine.schedule.trial import Trial

COMPLETION_PARAMETER = ("milestone", "")

NO_COMPLETION = not_assessable(
    "There is no open activity that stands for the completion of the project. "
    "Add a finish milestone at the end of the plan, or name an open one in the standard."
)


def completion_of(schedule: Schedule, dates: Calculation | Trial, activity_id: str = "") -> Activity | None:
    """The activity with this id, or without one the open finish milestone that comes last.

    A plan without a finish milestone is measured at its last activity. ``None`` where nothing open is left.
    """
    candidates = [each for each in schedule.activities if _can_stand_for_completion(each)]
    if activity_id:
        return next((each for each in candidates if each.id == activity_id), None)
    milestones = [each for each in candidates if each.kind is ActivityKind.FINISH_MILESTONE]
    return max(reversed(milestones or candidates), key=lambda each: dates.early_finish(each.uid), default=None)


def _can_stand_for_completion(activity: Activity) -> bool:
    is_work = activity.active and not (activity.is_summary or activity.is_level_of_effort or activity.external)
    return is_work and not activity.is_complete
