"""Small plans in a short notation: durations in days around the clock, links as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from plumbline.engine.calendars import ALWAYS, WorkCalendar
from plumbline.engine.schedule import (
    Activity,
    Constraint,
    ConstraintKind,
    Dialect,
    Link,
    LinkKind,
    Schedule,
)
from plumbline.engine.schedule.calculate import ActivityDates, Calculation

START = datetime(2026, 1, 1)
DAY = 1440
OFFICE_DAY = ((480, 720), (780, 1020))
OFFICE = WorkCalendar(uid="office", name="Office", week=(OFFICE_DAY,) * 5 + ((), ()))
NIGHTS = WorkCalendar(
    uid="nights", name="Nights", week=(((1320, 1440),), *(((0, 360), (1320, 1440)),) * 3, ((0, 360),), (), ())
)

ORACLE_DURATIONS = {"A": 3, "B": 4, "C": 2, "D": 5, "E": 1, "F": 3, "G": 6}
ORACLE_LINKS = "A-B FS0, A-C FS+1, B-D SS+2, C-D FS0, B-E FS0, D-F FS0, E-F FF+1, A-G FS0, G-F FS-1"


def day(number: float) -> datetime:
    """The instant ``number`` days after the start of the plan."""
    return START + timedelta(days=number)


def links(text: str) -> tuple[Link, ...]:
    """``"A-B FS0, B-C SS+2"``: lags in days."""
    return tuple(
        Link(predecessor, successor, LinkKind(kind), round(float(lag or 0) * DAY))
        for predecessor, successor, kind, lag in re.findall(r"(\w+)-(\w+) (FS|SS|FF|SF)([+-]?[\d.]+)?", text)
    )


def net(
    durations: Mapping[str, float],
    text: str = "",
    *,
    dialect: Dialect = Dialect.P6,
    changes: Mapping[str, Mapping[str, Any]] | None = None,
    **fields: Any,
) -> Schedule:
    """A plan of tasks with ``durations`` in days; ``changes`` are further fields by activity, ``fields`` by plan."""
    activities = tuple(
        replace(
            Activity(uid=uid, id=uid, name=uid, duration=round(days * DAY), remaining=round(days * DAY)),
            **(changes or {}).get(uid, {}),
        )
        for uid, days in durations.items()
    )
    settings: dict[str, Any] = {
        "name": "Net",
        "dialect": dialect,
        "start": START,
        "calendars": (ALWAYS, OFFICE, NIGHTS),
        "default_calendar": ALWAYS.uid,
        "activities": activities,
        "links": links(text),
    }
    return Schedule(**{**settings, **fields})


def constraint(kind: ConstraintKind, date: float | datetime) -> dict[str, Any]:
    """The field ``constraints`` of an activity, with a date in days or as it is."""
    return {"constraints": (Constraint(kind, date if isinstance(date, datetime) else day(date)),)}


def spans(calculation: Calculation) -> dict[Any, tuple[float, float]]:
    """Early start and finish in days, by uid."""
    return {uid: (days(each.early_start), days(each.early_finish)) for uid, each in calculation.dates.items()}


def late_spans(calculation: Calculation) -> dict[Any, tuple[float, float]]:
    return {uid: (days(each.late_start), days(each.late_finish)) for uid, each in calculation.dates.items()}


def floats(calculation: Calculation) -> dict[Any, float]:
    """Total float in days around the clock, by uid."""
    return {uid: in_days(each.total_float) for uid, each in calculation.dates.items()}


def free_floats(calculation: Calculation) -> dict[Any, float]:
    return {uid: in_days(each.free_float) for uid, each in calculation.dates.items()}


def days(instant: datetime | None) -> float:
    assert instant is not None
    return (instant - START) / timedelta(days=1)


def in_days(minutes: int | None) -> float:
    assert minutes is not None
    return minutes / DAY


def early(dates: ActivityDates) -> tuple[str, str]:
    """Early start and finish as text."""
    assert dates.early_start
    assert dates.early_finish
    return f"{dates.early_start:%Y-%m-%d %H:%M}", f"{dates.early_finish:%Y-%m-%d %H:%M}"


def late(dates: ActivityDates) -> tuple[str, str]:
    assert dates.late_start
    assert dates.late_finish
    return f"{dates.late_start:%Y-%m-%d %H:%M}", f"{dates.late_finish:%Y-%m-%d %H:%M}"
