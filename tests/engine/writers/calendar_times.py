"""Calendars by what they say, whatever they are called and however they say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from plumbline.engine.calendars import CalendarException, Window, WorkCalendar
from plumbline.engine.schedule import Schedule, Uid


def days_that_differ(calendar: WorkCalendar) -> tuple[CalendarException, ...]:
    """Each day on which the hours are not those of the week, by date."""
    found: dict[date, tuple[Window, ...]] = {}
    for each in calendar.exceptions:
        for number in range((each.last - each.first).days + 1):
            found[each.first + timedelta(days=number)] = each.windows
    return tuple(
        CalendarException(day, day, windows)
        for day, windows in sorted(found.items())
        if windows != calendar.week[day.weekday()]
    )


def with_calendars_by_their_times(schedule: Schedule) -> Schedule:
    """Only the calendars that are used, those with the same times being one, numbered as they are met."""
    times = {each.uid: (each.week, days_that_differ(each)) for each in schedule.calendars}
    used = (
        schedule.default_calendar,
        *(each.calendar for each in schedule.activities if each.calendar is not None),
        *(each.calendar for each in schedule.resources if each.calendar in times),
    )
    places: dict[object, int] = {}
    for uid in used:
        if uid is not None:
            places.setdefault(times[uid], len(places))

    def place(uid: Uid | None) -> int | None:
        return None if uid is None or uid not in times else places[times[uid]]

    minutes_per_day = schedule.options.minutes_per_day
    return replace(
        schedule,
        calendars=tuple(
            WorkCalendar(uid=number, name="", week=week, exceptions=days, minutes_per_day=minutes_per_day)
            for (week, days), number in places.items()  # type: ignore[misc]
        ),
        default_calendar=0,
        activities=tuple(replace(each, calendar=place(each.calendar)) for each in schedule.activities),
        resources=tuple(replace(each, calendar=place(each.calendar)) for each in schedule.resources),
    )
