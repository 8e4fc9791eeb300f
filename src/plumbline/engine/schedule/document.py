"""Schedules and calculations as plain data, for storage. Reading back what was dumped gives an equal record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from plumbline.engine.calendars import CalendarException, WorkCalendar
from plumbline.engine.schedule.calculation import ActivityDates, Calculation
from plumbline.engine.schedule.kinds import (
    ActivityKind,
    ConstraintKind,
    CriticalBy,
    Dialect,
    FloatKind,
    LagCalendar,
    LinkKind,
    ProgressRule,
)
from plumbline.engine.schedule.model import (
    Activity,
    Assignment,
    Baseline,
    Constraint,
    Link,
    Resource,
    Schedule,
    ScheduleOptions,
    StoredDates,
)

SCHEMA_VERSION = 1

Plain = dict[str, Any]
Record = TypeVar("Record")


class UnreadableDocument(ValueError):
    """Plain data that is no document of this schema; the message says what is wrong with it."""


def dump(schedule: Schedule) -> Plain:
    """``schedule`` as JSON-able data: fields at their default are left out, instants are ISO 8601 text."""
    return {"schema_version": SCHEMA_VERSION, "schedule": _plain(schedule)}


def load(document: Mapping[str, Any]) -> Schedule:
    """The schedule that ``dump`` turned into ``document``. Raises UnreadableDocument."""
    return record_of(Schedule, _part(document, "schedule"))


def plain_of(record: Any) -> Any:
    """One record of a plan, an activity say, as ``dump`` writes it; ``None`` stays ``None``."""
    return _plain(record)


def record_of(kind: type[Record], content: Mapping[str, Any]) -> Record:
    """The record that ``plain_of`` turned into ``content``. Raises UnreadableDocument."""
    record = _record(kind, content)
    assert isinstance(record, kind)
    return record


def dump_calculation(calculation: Calculation) -> Plain:
    """``calculation`` as JSON-able data; dates are pairs of uid and record, because JSON has only text as keys."""
    content = {
        "dates": [[uid, _plain(each)] for uid, each in calculation.dates.items()],
        "start": calculation.start.isoformat(),
        "finish": calculation.finish.isoformat(),
        "longest_path": list(calculation.longest_path),
    }
    return {"schema_version": SCHEMA_VERSION, "calculation": content}


def load_calculation(document: Mapping[str, Any]) -> Calculation:
    """The calculation that ``dump_calculation`` turned into ``document``. Raises UnreadableDocument."""
    content = _part(document, "calculation")
    try:
        return Calculation(
            {uid: _record(ActivityDates, each) for uid, each in content["dates"]},
            datetime.fromisoformat(content["start"]),
            datetime.fromisoformat(content["finish"]),
            tuple(content["longest_path"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableDocument(f"the calculation cannot be read: {error}") from error


def _part(document: Mapping[str, Any], name: str) -> Plain:
    version = document.get("schema_version")
    if version != SCHEMA_VERSION:
        raise UnreadableDocument(f"the document has schema version {version!r}, not {SCHEMA_VERSION}")
    part = document.get(name)
    if not isinstance(part, dict):
        raise UnreadableDocument(f"the document holds no {name}")
    return part


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {
            each.name: _plain(content)
            for each in fields(value)
            if (content := getattr(value, each.name)) != _default(each)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _record(record: type[Any], content: Any) -> Any:
    """A record of class ``record`` from ``content``; text, lists and parts become what the fields hold."""
    decoders = _DECODERS.get(record, {})
    try:
        return record(
            **{
                name: decoders[name](value) if name in decoders and value is not None else value
                for name, value in content.items()
            }
        )
    except UnreadableDocument:
        raise
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableDocument(f"a {record.__name__} cannot be read: {error}") from error


def _one(record: type[Any]) -> Callable[[Any], Any]:
    return lambda content: _record(record, content)


def _many(record: type[Any]) -> Callable[[Any], Any]:
    return lambda content: tuple(_record(record, each) for each in content)


def _windows(content: Any) -> Any:
    return tuple((start, end) for start, end in content)


_instant = datetime.fromisoformat

_DECODERS: dict[type[Any], dict[str, Callable[[Any], Any]]] = {
    Schedule: {
        "dialect": Dialect,
        "start": _instant,
        "data_date": _instant,
        "must_finish_by": _instant,
        "calendars": _many(WorkCalendar),
        "activities": _many(Activity),
        "links": _many(Link),
        "resources": _many(Resource),
        "assignments": _many(Assignment),
        "options": _one(ScheduleOptions),
    },
    ScheduleOptions: {
        "lag_calendar": LagCalendar,
        "progress": ProgressRule,
        "float_kind": FloatKind,
        "critical_by": CriticalBy,
    },
    WorkCalendar: {
        "week": lambda days: tuple(_windows(day) for day in days),
        "exceptions": _many(CalendarException),
    },
    CalendarException: {"first": date.fromisoformat, "last": date.fromisoformat, "windows": _windows},
    Activity: {
        "kind": ActivityKind,
        "constraints": _many(Constraint),
        "baseline": _one(Baseline),
        "stored": _one(StoredDates),
        **dict.fromkeys(
            (
                "actual_start",
                "actual_finish",
                "planned_start",
                "planned_finish",
                "suspended",
                "resumed",
                "expected_finish",
                "external_early_start",
                "external_late_finish",
                "deadline",
            ),
            _instant,
        ),
    },
    Constraint: {"kind": ConstraintKind, "date": _instant},
    Baseline: {"start": _instant, "finish": _instant},
    StoredDates: dict.fromkeys(("early_start", "early_finish", "late_start", "late_finish"), _instant),
    ActivityDates: {
        **dict.fromkeys(("early_start", "early_finish", "late_start", "late_finish"), _instant),
        "driving": tuple,
    },
    Link: {"kind": LinkKind},
}
