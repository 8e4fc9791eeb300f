"""Calendars of a P6 file: each with what it takes from the calendars it is based on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plumbline.engine.calendars import CalendarException, InvalidCalendar, Week, Window, WorkCalendar
from plumbline.engine.readers.limits import (
    MAX_CALENDAR_DAYS_TOGETHER,
    MAX_CALENDARS_ON_EACH_OTHER,
    check_count,
)
from plumbline.engine.readers.p6.fields import Source
from plumbline.engine.readers.p6.records import P6Calendar
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Uid

_STANDARD_DAY = ((480, 720), (780, 1020))
_STANDARD_WEEK: Week = (_STANDARD_DAY,) * 5 + ((), ())


class CalendarRecord(NamedTuple):
    """What one calendar says itself. Weekday 0 is Monday."""

    source: Source
    uid: Uid
    name: str
    base: Uid | None
    project: Uid | None
    is_of_resource: bool
    is_default: bool
    minutes_per_day: int | None
    days: Mapping[int, tuple[Window, ...]]
    exceptions: tuple[CalendarException, ...]


def work_calendars(records: Mapping[Uid, CalendarRecord], problems: Problems) -> dict[Uid, P6Calendar]:
    """One without working time is left out with a problem: nothing can be done on it."""
    calendars: dict[Uid, P6Calendar] = {}
    days = 0
    for uid, record in records.items():
        layers = _with_bases(record, records)
        days += sum(len(each.exceptions) for each in layers)
        check_count("calendar exceptions", days, MAX_CALENDAR_DAYS_TOGETHER)
        calendar = _calendar(record, layers, problems)
        if calendar is not None:
            calendars[uid] = P6Calendar(calendar, record.project, record.is_of_resource, record.is_default)
    return calendars


def _with_bases(record: CalendarRecord, records: Mapping[Uid, CalendarRecord]) -> list[CalendarRecord]:
    """The calendar itself last, the calendars it is based on before it."""
    chain = [record]
    while len(chain) < MAX_CALENDARS_ON_EACH_OTHER:
        base = records.get(chain[-1].base) if chain[-1].base is not None else None
        if base is None or any(base is each for each in chain):
            break
        chain.append(base)
    return chain[::-1]


def _calendar(record: CalendarRecord, layers: list[CalendarRecord], problems: Problems) -> WorkCalendar | None:
    days: dict[int, tuple[Window, ...]] = {}
    exceptions: tuple[CalendarException, ...] = ()
    for layer in layers:
        days |= layer.days
        exceptions += layer.exceptions
    if not days:
        problems.add(
            "calendars without working hours",
            "The calendar says nothing about working hours; Monday to Friday 8-12 and 13-17 was taken.",
            record.source.place,
        )
    try:
        return WorkCalendar(
            uid=record.uid,
            name=record.name or f"Calendar {record.uid}",
            week=tuple(days.get(day, ()) for day in range(7)) if days else _STANDARD_WEEK,
            exceptions=exceptions,
            minutes_per_day=_minutes_per_day(record),
        )
    except InvalidCalendar:
        problems.add(
            "calendars without working time",
            f"The calendar '{record.name}' has no working time at all and was left out.",
            record.source.place,
        )
        return None


def _minutes_per_day(record: CalendarRecord) -> int:
    minutes = record.minutes_per_day or 480
    return minutes if 1 <= minutes <= 1440 else 480
