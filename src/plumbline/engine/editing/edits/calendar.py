"""Working days, hours and holidays of a calendar of the plan, or a new one."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from plumbline.engine.calendars import InvalidCalendar, WorkCalendar
from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.calendar_words import days_in, exceptions_in, windows_in
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.entries import in_one_line
from plumbline.engine.editing.fields.calendar import named_calendar
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.schedule import Schedule

NAME = "calendar"
MOST_CALENDARS = 100


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``calendar``: which one; empty for a new one, made like that of the plan.

    ``name``, ``working_days`` (“mon tue wed thu fri”), ``hours`` (“08:00-12:00, 13:00-17:00”) of each working day,
    ``exceptions`` (a line each: “2026-12-24 to 2026-12-26”, “2026-04-11 08:00-12:00”). What is not given stays.
    """
    wanted = arguments.text("calendar", 200)
    is_new = not wanted.strip()
    before = named_calendar(schedule, wanted) if not is_new else _new(schedule)
    if before is None:
        raise CannotEdit(f"There is no calendar '{wanted[:40]}' in the plan.", field="calendar")
    try:
        after = _written(before, arguments)
    except InvalidCalendar as error:
        raise CannotEdit(f"{str(error)[:1].upper()}{str(error)[1:]}.", field="calendar") from None
    if any(each.uid != after.uid and each.name == after.name for each in schedule.calendars):
        raise CannotEdit(f"There is a calendar '{after.name}' already; give it another name.", field="name")
    calendars = (
        (*schedule.calendars, after)
        if is_new
        else tuple(after if each.uid == after.uid else each for each in schedule.calendars)
    )
    words = f"{'Add' if is_new else 'Change'} calendar {after.name}"
    return Edited(replace(schedule, calendars=calendars), words)


def _new(schedule: Schedule) -> WorkCalendar:
    if len(schedule.calendars) >= MOST_CALENDARS:
        raise CannotEdit(f"A plan that is written here has at most {MOST_CALENDARS} calendars.", field="calendar")
    taken = {str(each.uid) for each in schedule.calendars}
    uid = next(text for number in count(1) if (text := f"calendar-{number}") not in taken)
    return replace(schedule.calendar_by_uid[schedule.default_calendar], uid=uid, name=f"Calendar {uid[9:]}")


def _written(before: WorkCalendar, arguments: Arguments) -> WorkCalendar:
    given, after = arguments.given, before
    if "name" in given and in_one_line(arguments.text("name", 200)):
        after = replace(after, name=in_one_line(arguments.text("name", 200)))
    if "working_days" in given or "hours" in given:
        hours = windows_in(arguments.text("hours", 200)) if arguments.text("hours", 200).strip() else None
        days = days_in(arguments.text("working_days", 200)) if "working_days" in given else None
        usual = hours or next((each for each in before.week if each), ((480, 720), (780, 1020)))
        works = [number in days if days is not None else bool(each) for number, each in enumerate(before.week)]
        week = tuple(
            (hours or before.week[number] or usual) if is_working else () for number, is_working in enumerate(works)
        )
        minutes = sum(end - start for start, end in hours) if hours else before.minutes_per_day
        after = replace(after, week=week, minutes_per_day=minutes)
    if "exceptions" in given:
        after = replace(after, exceptions=exceptions_in(arguments.text("exceptions", 20_000)))
    return after
