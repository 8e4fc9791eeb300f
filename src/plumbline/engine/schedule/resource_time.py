"""In whose working time an activity is done that follows its resources."""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from typing import NamedTuple

from plumbline.engine.calendars import InvalidCalendar, WorkCalendar
from plumbline.engine.calendars.combination import both, either
from plumbline.engine.schedule.kinds import ActivityKind, Dialect
from plumbline.engine.schedule.model import Activity, Assignment, Schedule, Uid


class Part(NamedTuple):
    """Work in the time of one calendar, in minutes of it."""

    calendar: WorkCalendar
    duration: int


class ResourceTime(NamedTuple):
    """``calendar`` has the time in which anybody works; more than one of ``parts`` ends when the last is done."""

    calendar: WorkCalendar
    parts: tuple[Part, ...]


def resource_times(schedule: Schedule) -> dict[Uid, ResourceTime]:
    """The time of each activity that follows resources with calendars of their own.

    In MS Project a task's own calendar holds as well, so that work is done when both it and the resource work; a P6
    activity that depends on its resources goes by theirs alone. Source: docs/methods/critical-path.md.
    """
    followers = {each.uid: each for each in schedule.activities if _follows(each)}
    if not followers:
        return {}
    assigned: dict[Uid, list[Assignment]] = defaultdict(list)
    for assignment in schedule.assignments:
        if assignment.activity in followers:
            assigned[assignment.activity].append(assignment)
    resources = {each.uid: each for each in schedule.resources}
    times: dict[Uid, ResourceTime] = {}
    for uid, assignments in assigned.items():
        parts: dict[object, Part] = {}
        for assignment in assignments:
            resource = resources.get(assignment.resource) if assignment.resource is not None else None
            if resource is not None and resource.calendar is not None and resource.kind != "material":
                _add_part(parts, resource.calendar, assignment, followers[uid], schedule)
        if parts:
            times[uid] = _time(tuple(parts.values()))
    return times


def _follows(activity: Activity) -> bool:
    return activity.follows_resources and activity.kind is ActivityKind.TASK and not activity.elapsed


def _add_part(
    parts: dict[object, Part], calendar: Uid, assignment: Assignment, activity: Activity, schedule: Schedule
) -> None:
    """Those who work at the same time share a part, which lasts as long as the longest of them takes."""
    time = schedule.calendar_by_uid.get(calendar)
    if time is None:
        return
    if schedule.dialect is Dialect.MSP and activity.calendar is not None:
        try:
            time = both(schedule.calendar_by_uid[activity.calendar], time)
        except InvalidCalendar:
            time = schedule.calendar_by_uid[activity.calendar]
    duration = round(assignment.work / assignment.units) if assignment.work and assignment.units else activity.duration
    content = time.week, time.exceptions
    before = parts.get(content)
    parts[content] = Part(time, max(duration, before.duration if before else 0))


def _time(parts: tuple[Part, ...]) -> ResourceTime:
    return ResourceTime(reduce(either, (each.calendar for each in parts)), parts)
