"""Calendars of an XER: one text per calendar, in brackets within brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from plumbline.engine.calendars import CalendarException, Window
from plumbline.engine.readers.day_windows import UnclearHours, minute_of_day, windows_of
from plumbline.engine.readers.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_CALENDAR_DAYS,
    MAX_CALENDARS,
    check_count,
)
from plumbline.engine.readers.p6.calendars import CalendarRecord
from plumbline.engine.readers.plan_file import UnreadableSchedule
from plumbline.engine.readers.problems import Problems
from plumbline.engine.readers.xer.tables import Row, Table
from plumbline.engine.schedule import Uid

_NODE = re.compile(r"\s*(?:\(\s*\d*\s*\|\|([^()]*)\(([^()]*)\)\s*\(|(\)\s*\)))")
_TIME = re.compile(r"([sf])\|([^|]*)")
_DAY = re.compile(r"d\|(\d{1,7})")
_FIRST_DAY = date(1899, 12, 30)
_WEEKDAYS = tuple("1234567")
_DEEPEST = 8

_Days = dict[int, tuple[Window, ...]]
_Exceptions = tuple[CalendarException, ...]


def read_calendars(table: Table | None, problems: Problems) -> dict[Uid, CalendarRecord]:
    """What each calendar says itself."""
    rows = table.rows if table else []
    check_count("calendars", len(rows), MAX_CALENDARS)
    return {(uid := row.needed_uid("clndr_id")): _record(row, uid, problems) for row in rows}


def _record(row: Row, uid: Uid, problems: Problems) -> CalendarRecord:
    days, exceptions = _parse(row, problems)
    return CalendarRecord(
        source=row,
        uid=uid,
        name=row.name("clndr_name"),
        base=row.uid("base_clndr_id"),
        project=row.uid("proj_id"),
        is_of_resource=row.text("clndr_type") == "CA_Rsrc",
        is_default=row.flag("default_flag"),
        minutes_per_day=row.minutes("day_hr_cnt"),
        days=days,
        exceptions=exceptions,
    )


def _parse(row: Row, problems: Problems) -> tuple[_Days, _Exceptions]:
    text = row.text("clndr_data").replace("\x7f", " ")
    days: _Days = {}
    exceptions: list[CalendarException] = []
    for path, attributes, hours in _entries(row, text):
        windows = _windows(row, hours)
        if path[:-1] == ["CalendarData", "DaysOfWeek"] and path[-1] in _WEEKDAYS:
            days[(int(path[-1]) - 2) % 7] = windows
        elif path[:-1] == ["CalendarData", "Exceptions"] and (day := _DAY.search(attributes)):
            _add_exception(row, exceptions, int(day.group(1)), windows, problems)
    check_count(f"exceptions in the calendar of {row.place}", len(exceptions), MAX_CALENDAR_DAYS)
    return days, tuple(exceptions)


def _add_exception(
    row: Row, exceptions: list[CalendarException], serial: int, windows: tuple[Window, ...], problems: Problems
) -> None:
    day = _FIRST_DAY + timedelta(days=serial) if serial < 200_000 else None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        problems.add("exceptions out of range", f"A calendar exception on day {serial} was left out.", row.place)
        return
    exceptions.append(CalendarException(day, day, windows))


def _entries(row: Row, text: str) -> Iterator[tuple[list[str], str, list[str]]]:
    """Each day of the week and each exception: the names above it, what it says of itself, its hours."""
    path: list[str] = []
    attributes, hours = "", list[str]()
    position = 0
    text = text.rstrip()
    while position < len(text):
        node = _NODE.match(text, position)
        if node is None or len(path) > _DEEPEST:
            raise _broken(row, position)
        position = node.end()
        if node.group(3) is None:
            path.append(node.group(1).strip())
            if len(path) == 3:
                attributes, hours = node.group(2), []
            elif len(path) == 4:
                hours.append(node.group(2))
        elif not path:
            raise _broken(row, position)
        else:
            if len(path) == 3:
                yield path, attributes, hours
            path.pop()
    if path:
        raise _broken(row, position)


def _broken(row: Row, position: int) -> UnreadableSchedule:
    return row.refusal(f"the calendar is damaged at its character {position}. Export the plan again.", "clndr_data")


def _windows(row: Row, hours: list[str]) -> tuple[Window, ...]:
    spans: list[tuple[int, int]] = []
    for each in hours:
        ends = dict(_TIME.findall(each))
        try:
            spans.append((minute_of_day(ends.get("s", "")), minute_of_day(ends.get("f", ""))))
        except UnclearHours as error:
            raise row.refusal(f"{error}. Correct the calendar in P6 and export again.", "clndr_data") from error
    return windows_of(spans)
