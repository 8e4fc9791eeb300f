"""When a row is worked on."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.standard_calendars import calendar_uid
from plumbline.engine.schedule import Activity, Schedule

NAME, LABEL = "calendar", "Calendar"


def text(working: Working, activity: Activity) -> str:
    """The uid of a calendar of its own; empty for that of the plan."""
    return "" if activity.calendar is None else str(activity.calendar)


def write(working: Working, activity: Activity, text: str) -> None:
    """By uid, by name, or as a table calls it. Minutes of work stay as they are."""
    found = named_calendar(working.before, text) if text.strip() else None
    if text.strip() and found is None:
        known = ", ".join(each.name for each in working.before.calendars[:20])
        message = f"There is no calendar '{text[:40]}'; the plan has {known}."
        raise CannotEdit(message, row=activity.uid, field=NAME)
    own = None if found is None or found.uid == working.before.default_calendar else found.uid
    working.put(replace(activity, calendar=own))


def named_calendar(schedule: Schedule, text: str) -> WorkCalendar | None:
    words = text.strip().lower()
    for each in schedule.calendars:
        if words == str(each.uid).lower():
            return each
    by_name = (each for each in schedule.calendars if each.name.strip().lower() == words)
    uid = calendar_uid(text)
    return next(by_name, None) or (schedule.calendar_by_uid.get(uid) if uid else None)
