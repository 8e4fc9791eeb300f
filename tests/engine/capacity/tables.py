"""Calendars and plans whose figures can be worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from plumbline.engine.calendars import CalendarException, WorkCalendar
from plumbline.engine.schedule import Activity, Assignment, Dialect, Resource, Schedule

DAY = 480
EIGHT_HOURS = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
WEEKDAYS = WorkCalendar(uid=1, name="Weekdays", week=(EIGHT_HOURS,) * 5 + ((),) * 2)
WITH_EASTER = WorkCalendar(
    uid=2,
    name="With Easter",
    week=WEEKDAYS.week,
    exceptions=(
        CalendarException(date(2026, 4, 3), date(2026, 4, 3)),
        CalendarException(date(2026, 4, 6), date(2026, 4, 6)),
    ),
)
MONDAY = datetime(2026, 3, 2, 8)


def plan(activities: Sequence[Activity], assignments: Sequence[Assignment], *resources: Resource) -> Schedule:
    return Schedule(
        name="Crane",
        dialect=Dialect.P6,
        start=MONDAY,
        data_date=MONDAY,
        calendars=(WEEKDAYS, WITH_EASTER),
        default_calendar=1,
        activities=tuple(activities),
        resources=resources or (Resource("tove", "Tove Yard"), Resource("paint", "Paint", kind="material")),
        assignments=tuple(assignments),
    )


def task(uid: str, days: int, **other: object) -> Activity:
    return Activity(uid=uid, id=uid, name=uid, duration=days * DAY, remaining=days * DAY, **other)  # type: ignore[arg-type]
