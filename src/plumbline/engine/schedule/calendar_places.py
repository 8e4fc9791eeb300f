"""Which columns of working time the calendars of one or several schedules are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from plumbline.engine.calendars import ALWAYS, WorkCalendar
from plumbline.engine.calendars.work_horizon import WorkHorizon, to_minutes
from plumbline.engine.schedule.model import Activity, Schedule, Uid
from plumbline.engine.schedule.resource_time import ResourceTime, resource_times


class CalendarPlaces:
    """``of`` gives for each schedule the place of a calendar by its uid, of the default calendar by ``None``.

    ``of_resources`` gives by activity the place of the time that its resources work in, and of each part of its work
    with the minutes it takes. Only calendars that are used have a place; those with the same working time share one.
    """

    def __init__(self, schedules: Sequence[Schedule]) -> None:
        self.calendars: list[WorkCalendar] = []
        self._place_of: dict[object, int] = {}
        self.always = self._place(ALWAYS)
        self.of = [self._places(each) for each in schedules]
        self.of_resources = [
            {uid: self._resource_places(time) for uid, time in resource_times(each).items()} for each in schedules
        ]

    def horizon(self, schedules: Sequence[Schedule]) -> WorkHorizon:
        """Columns that reach as far as the dates which ``schedules`` state."""
        horizon = WorkHorizon(self.calendars)
        stated = [each for schedule in schedules for each in _stated(schedule)]
        horizon.cover(to_minutes(min(stated)), to_minutes(max(stated)))
        return horizon

    def _places(self, schedule: Schedule) -> dict[Uid | None, int]:
        used = {each.calendar for each in schedule.activities} | {schedule.default_calendar}
        places: dict[Uid | None, int] = {each.uid: self._place(each) for each in schedule.calendars if each.uid in used}
        places[None] = places[schedule.default_calendar]
        return places

    def _resource_places(self, time: ResourceTime) -> tuple[int, list[tuple[int, int]]]:
        return self._place(time.calendar), [(self._place(part.calendar), part.duration) for part in time.parts]

    def _place(self, calendar: WorkCalendar) -> int:
        place = self._place_of.setdefault((calendar.week, calendar.exceptions), len(self.calendars))
        if place == len(self.calendars):
            self.calendars.append(calendar)
        return place


def _stated(schedule: Schedule) -> tuple[datetime, datetime]:
    """The first and the last of the dates that most plans hold; work without dates is guessed to be a chain."""
    of_project = [each for each in (schedule.start, schedule.data_date, schedule.must_finish_by) if each]
    dates = [date for each in schedule.activities for date in _dates(each) if date]
    first, last = min([*of_project, *dates]), max([*of_project, *dates])
    return first, last if dates else last + timedelta(days=365)


def _dates(activity: Activity) -> Iterable[datetime | None]:
    return activity.actual_start, activity.planned_start, activity.planned_finish
