"""The two ends that every project has: one activity without predecessor and one without successor are excused."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.schedule import Activity, Schedule, Uid

OPEN_ENDS_PARAMETER = ("open_ends", "excuse_project_start_and_finish")
OPEN_ENDS_CHOICES = ("open_ends", ("excuse_project_start_and_finish", "excuse_none"))


def project_start(schedule: Schedule, led_to: set[Uid]) -> set[Uid]:
    """The one activity not in ``led_to`` that may begin the project: a milestone if one is, else the earliest."""
    ends = _open_ends(schedule, led_to)
    return {min(ends, key=_start_of).uid} if ends else set()


def project_finish(schedule: Schedule, leading: set[Uid]) -> set[Uid]:
    """The one activity not in ``leading`` that may end the project: a milestone if one is, else the latest."""
    ends = _open_ends(schedule, leading)
    return {max(reversed(ends), key=_finish_of).uid} if ends else set()


def _open_ends(schedule: Schedule, tied: set[Uid]) -> list[Activity]:
    ends = [each for each in schedule.activities if each.uid not in tied and _can_be_an_end(each)]
    return [each for each in ends if each.is_milestone] or ends


def _can_be_an_end(activity: Activity) -> bool:
    return activity.active and not (activity.is_summary or activity.is_level_of_effort or activity.external)


def _start_of(activity: Activity) -> datetime:
    return activity.actual_start or activity.planned_start or datetime.max


def _finish_of(activity: Activity) -> datetime:
    return activity.actual_finish or activity.planned_finish or datetime.min
