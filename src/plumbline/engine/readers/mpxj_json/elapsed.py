"""Tasks whose duration runs around the clock: MPXJ's JSON has their minutes but not that they are elapsed ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from plumbline.engine.calendars import OutOfWorkingTime, WorkCalendar
from plumbline.engine.calendars.work_horizon import Allowance, to_minutes
from plumbline.engine.calendars.work_windows import WorkWindows
from plumbline.engine.schedule import Activity, Assignment, Resource, Uid


def with_elapsed(
    activities: Iterable[Activity],
    calendars: Iterable[WorkCalendar],
    default: Uid,
    resources: Iterable[Resource],
    assignments: Iterable[Assignment],
) -> Iterator[Activity]:
    """Activities as they are, elapsed where the clock explains their dates and no calendar does.

    The calendars that might are the activity's own, or else the ``default``, and those of its resources.
    """
    allowance = Allowance()
    windows = {each.uid: WorkWindows(each, allowance) for each in calendars}
    of_resources = calendars_of_resources(resources, assignments)
    for each in activities:
        if each.planned_start is None or each.planned_finish is None or not _runs_by_the_clock(each):
            yield each
            continue
        own = each.calendar if each.calendar is not None else default
        known = [windows[uid] for uid in {own, *of_resources.get(each.uid, ())} if uid in windows]
        explained = any(_lasts(one, each.planned_start, each.planned_finish, each.duration) for one in known)
        yield each if explained else replace(each, elapsed=True)


def _runs_by_the_clock(activity: Activity) -> bool:
    if activity.is_summary or not activity.duration or not activity.planned_start or not activity.planned_finish:
        return False
    return activity.planned_finish - activity.planned_start == timedelta(minutes=activity.duration)


def _lasts(windows: WorkWindows, start: datetime, finish: datetime, duration: int) -> bool:
    try:
        return windows.work_between(to_minutes(start), to_minutes(finish)) == duration
    except OutOfWorkingTime:
        return True


def calendars_of_resources(resources: Iterable[Resource], assignments: Iterable[Assignment]) -> Mapping[Uid, set[Uid]]:
    """By activity the calendars of those assigned to it."""
    calendar_of = {each.uid: each.calendar for each in resources if each.calendar is not None}
    found: dict[Uid, set[Uid]] = defaultdict(set)
    for each in assignments:
        if each.resource in calendar_of:
            found[each.activity].add(calendar_of[each.resource])
    return found
