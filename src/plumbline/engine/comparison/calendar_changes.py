"""Calendars that came, went, or have other working time, in hours a month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from plumbline.engine.calendars import WorkCalendar, WorkingTime
from plumbline.engine.comparison.kinds import ChangeKind, How, Thing
from plumbline.engine.comparison.records import Change
from plumbline.engine.schedule import Schedule

DAYS_PER_MONTH = 365.25 / 12
_A_YEAR = timedelta(days=365)


def calendar_changes(before: Schedule, after: Schedule, finish: datetime | None) -> Iterator[Change]:
    """``finish`` is until when working time is compared, at least a year from the later data date."""
    since = after.data_date or after.start
    until = max(finish or since, since + _A_YEAR)
    for calendar in after.calendars:
        was = before.calendar_by_uid.get(calendar.uid)
        if was is None:
            yield _change(How.ADDED, calendar, "calendar", None, hours_a_month(calendar, since, until))
            continue
        if was.name != calendar.name:
            yield _change(How.CHANGED, calendar, "name", was.name, calendar.name)
        if (was.week, was.exceptions) != (calendar.week, calendar.exceptions):
            hours = hours_a_month(was, since, until), hours_a_month(calendar, since, until)
            yield _change(How.CHANGED, calendar, "working_time", *hours)
        if was.minutes_per_day != calendar.minutes_per_day:
            per_day = was.minutes_per_day, calendar.minutes_per_day
            yield _change(How.CHANGED, calendar, "minutes_per_day", *per_day)
    for calendar in before.calendars:
        if calendar.uid not in after.calendar_by_uid:
            yield _change(How.REMOVED, calendar, "calendar", hours_a_month(calendar, since, until), None)


def hours_a_month(calendar: WorkCalendar, since: datetime, until: datetime) -> float:
    """Mean working hours of a month of 30.4375 days between two instants, exceptions included, to a hundredth."""
    minutes = WorkingTime(calendar).between(since, until)
    return round(minutes / 60 / ((until - since) / timedelta(days=DAYS_PER_MONTH)), 2)


def _change(how: How, calendar: WorkCalendar, field: str, before: object, after: object) -> Change:
    return Change(
        kind=ChangeKind.CALENDARS,
        how=how,
        thing=Thing.CALENDAR,
        uid=calendar.uid,
        name=calendar.name,
        field=field,
        before=before,
        after=after,
    )
