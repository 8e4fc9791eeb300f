"""The calendar of a table that comes nearest to one of the plan; a table cannot define its own."""

from __future__ import annotations

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.readers.table.standard_calendars import CALENDARS, STANDARD
from plumbline.engine.schedule import Schedule, Uid
from plumbline.engine.writers.written import Losses

_BY_WORKING_DAYS = {sum(map(bool, each.week)): each for each in reversed(CALENDARS) if each.minutes_per_day == 480}
_ROUND_THE_CLOCK = CALENDARS[-1]


def nearest_calendars(schedule: Schedule, losses: Losses) -> dict[Uid | None, str]:
    """By uid of a calendar, and for ``None``, the name to write; the default of tables needs none."""
    names: dict[Uid | None, str] = {}
    for each in schedule.calendars:
        nearest = _nearest(each)
        if each.week != nearest.week or each.exceptions or each.minutes_per_day != nearest.minutes_per_day:
            losses.add("Working times and holidays of a calendar", "the nearest calendar a table can name", each.name)
        names[each.uid] = "" if nearest is STANDARD else str(nearest.uid)
    return names | {None: names[schedule.default_calendar]}


def _nearest(calendar: WorkCalendar) -> WorkCalendar:
    if calendar.week == _ROUND_THE_CLOCK.week:
        return _ROUND_THE_CLOCK
    return _BY_WORKING_DAYS.get(sum(map(bool, calendar.week)), STANDARD)
