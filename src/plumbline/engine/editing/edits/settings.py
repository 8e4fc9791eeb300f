"""What is said of the plan as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.entries import in_one_line, instant_in
from plumbline.engine.editing.fields.calendar import named_calendar
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.readers.table.cells import DAY_FINISH, DAY_START
from plumbline.engine.schedule import Schedule, Uid

NAME = "settings"


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """Any of ``name``, ``start``, ``data_date``, ``must_finish_by``, ``default_calendar``, ``currency``.

    What is not given stays. An empty data date or date to finish by is none.
    """
    readers: dict[str, tuple[str, Callable[[str], Any]]] = {
        "name": ("name", _name),
        "start": ("start", _start),
        "data_date": ("data date", lambda text: _moment(text, DAY_FINISH, "data_date")),
        "must_finish_by": ("finish by", lambda text: _moment(text, DAY_FINISH, "must_finish_by")),
        "default_calendar": ("calendar", lambda text: _calendar(schedule, text)),
        "currency": ("currency", lambda text: in_one_line(text)[:10]),
    }
    given = {each: arguments.text(each) for each in readers if each in arguments.given}
    if not given:
        raise CannotEdit("Say which setting is meant, and its value.")
    changed = {each: readers[each][1](text) for each, text in given.items()}
    after = replace(schedule, **changed)
    if after.default_calendar != schedule.default_calendar:
        after = _with_default_calendar(schedule, after)
    words = ", ".join(f"{readers[each][0]} {text[:40] or 'none'}" for each, text in given.items())
    return Edited(after, f"Set {words}")


def _with_default_calendar(before: Schedule, after: Schedule) -> Schedule:
    """Rows without a calendar of their own follow; those that had named the new one now have none of their own."""
    own = after.default_calendar
    rows = tuple(replace(each, calendar=None) if each.calendar == own else each for each in before.activities)
    minutes = after.calendar_by_uid[own].minutes_per_day
    return replace(after, activities=rows, options=replace(after.options, minutes_per_day=minutes))


def _name(text: str) -> str:
    name = in_one_line(text)
    if not name:
        raise CannotEdit("A plan needs a name.", field="name")
    return name


def _start(text: str) -> datetime:
    start = _moment(text, DAY_START, "start")
    if start is None:
        raise CannotEdit("A plan needs a start; write it as 2026-03-02.", field="start")
    return start


def _moment(text: str, usual: time, field: str) -> datetime | None:
    return instant_in(text, usual, None, field)


def _calendar(schedule: Schedule, text: str) -> Uid:
    found = named_calendar(schedule, text)
    if found is None:
        known = ", ".join(each.name for each in schedule.calendars[:20])
        raise CannotEdit(f"There is no calendar '{text[:40]}'; the plan has {known}.", field="default_calendar")
    return found.uid
