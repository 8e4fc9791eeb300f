"""Schedules and calculations kept as plain data come back as they were."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from engine.schedule.nets import NIGHTS, OFFICE, ORACLE_DURATIONS, ORACLE_LINKS, constraint, day, net
from plumbline.engine.calendars import CalendarException, WorkCalendar
from plumbline.engine.schedule import (
    ActivityKind,
    Assignment,
    Baseline,
    ConstraintKind,
    Dialect,
    FloatKind,
    LagCalendar,
    Link,
    LinkKind,
    ProgressRule,
    Resource,
    Schedule,
    ScheduleOptions,
    StoredDates,
)
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.document import UnreadableDocument, dump, dump_calculation, load, load_calculation

HOLIDAYS = WorkCalendar(
    uid=7,
    name="Holidays",
    week=OFFICE.week,
    exceptions=(CalendarException(date(2026, 5, 1), date(2026, 5, 3), ((480, 600),)),),
    minutes_per_day=450,
)
BUSY: dict[str, Any] = {
    **constraint(ConstraintKind.START_ON, 3),
    "parent": "S",
    "calendar": 7,
    "elapsed": True,
    "percent_complete": 12.5,
    "actual_start": day(1),
    "planned_start": day(1.5),
    "planned_finish": day(3),
    "suspended": day(2),
    "resumed": day(3),
    "expected_finish": day(9),
    "deadline": day(8),
    "baseline": Baseline(day(0), day(1), 60, 12.25),
    "stored": StoredDates(day(0), day(1), day(2), day(3), -60, 0),
    "budget": 0.1,
    "manual": True,
    "active": False,
    "external": True,
}
OPTIONS = ScheduleOptions(
    lag_calendar=LagCalendar.ALWAYS,
    progress=ProgressRule.ACTUAL_DATES,
    float_kind=FloatKind.FINISH,
    critical_at_or_below=60,
    honour_constraints=False,
    minutes_per_day=450,
)


def everything() -> Schedule:
    """A plan in which no field has its default."""
    return net(
        {"S": 0, "A": 2},
        dialect=Dialect.MSP,
        changes={"S": {"kind": ActivityKind.SUMMARY}, "A": BUSY},
        calendars=(OFFICE, NIGHTS, HOLIDAYS),
        default_calendar=OFFICE.uid,
        links=(Link("A", "S", LinkKind.START_FINISH, -30, elapsed=True),),
        uid=12,
        id="P-1",
        data_date=day(4),
        must_finish_by=day(20),
        resources=(Resource(1, "Crane", "material"),),
        assignments=(Assignment("A", 1, 60, 1.5), Assignment("A")),
        options=OPTIONS,
        currency="EUR",
    )


@pytest.mark.parametrize("schedule", [everything(), net(ORACLE_DURATIONS, ORACLE_LINKS), net({})])
def test_a_schedule_comes_back_equal(schedule: Schedule):
    assert load(json.loads(json.dumps(dump(schedule)))) == schedule


def test_the_same_schedule_gives_the_same_document():
    assert json.dumps(dump(everything())) == json.dumps(dump(load(dump(everything()))))


def test_defaults_take_no_room():
    assert dump(net({"A": 1}))["schedule"]["activities"] == [
        {"uid": "A", "id": "A", "name": "A", "duration": 1440, "remaining": 1440}
    ]


def test_a_calculation_comes_back_equal():
    calculation = calculate(net(ORACLE_DURATIONS, ORACLE_LINKS, changes={"A": {"active": False}}))
    assert load_calculation(json.loads(json.dumps(dump_calculation(calculation)))) == calculation


def test_numbers_and_text_stay_apart_as_unique_ids():
    calculation = calculate(net({"1": 1}))
    assert list(load_calculation(json.loads(json.dumps(dump_calculation(calculation)))).dates) == ["1"]


def broken(**changes: Any) -> dict[str, Any]:
    document = dump(net({"A": 1}))
    return {**document, "schedule": {**document["schedule"], **changes}}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({}, "schema version None"),
        ({"schema_version": 99}, "schema version 99"),
        ({"schema_version": 1}, "holds no schedule"),
        (broken(start="yesterday"), "Schedule cannot be read"),
        (broken(activities=[{"uid": 1}]), "Activity cannot be read"),
        (broken(links=[{"predecessor": "A", "successor": "A", "kind": "XX"}]), "Link cannot be read"),
        (broken(surprise=1), "Schedule cannot be read"),
        (broken(default_calendar="none"), "not in the plan"),
    ],
)
def test_a_broken_document_is_refused_with_the_reason(document: dict[str, Any], message: str):
    with pytest.raises(UnreadableDocument, match=message):
        load(document)


def test_a_broken_calculation_is_refused():
    with pytest.raises(UnreadableDocument, match="calculation cannot be read"):
        load_calculation({"schema_version": 1, "calculation": {"dates": [], "start": 5}})
