"""Large plans: in machine code or not, the dates are the same, and no chain is too long."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from engine.schedule.nets import NIGHTS, OFFICE, START
from plumbline.engine.calendars import ALWAYS, CalendarException, OutOfWorkingTime, WorkCalendar
from plumbline.engine.readers import read
from plumbline.engine.schedule import Activity, Dialect, Link, LinkKind, Schedule
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.date_columns import DateColumns, calculate_columns
from plumbline.engine.schedule.machine import PYTHON, Machine, NotAccelerated, compiled
from plumbline.engine.schedule.network import build_network


def large(count: int) -> Schedule:
    chance = random.Random(7)
    calendars = (OFFICE, ALWAYS, NIGHTS)
    activities = tuple(
        Activity(
            uid=number,
            id=str(number),
            name=str(number),
            calendar=chance.choice(calendars).uid,
            duration=(work := chance.randrange(1, 10) * 480),
            remaining=work,
        )
        for number in range(count)
    )
    links = tuple(
        Link(max(0, number - chance.randrange(1, 40)), number, chance.choice(list(LinkKind)), chance.randrange(5) * 240)
        for number in range(1, count)
        for _ in range(2)
    )
    return Schedule(
        name="Large",
        dialect=Dialect.P6,
        start=START,
        calendars=calendars,
        default_calendar=OFFICE.uid,
        activities=activities,
        links=links,
    )


@pytest.fixture(scope="module")
def machine_code() -> Machine:
    try:
        return compiled()
    except NotAccelerated as reason:
        pytest.skip(str(reason))


def in_columns(machine: Machine, *schedules: Schedule) -> DateColumns:
    return calculate_columns(build_network(schedules), machine)


@pytest.mark.parametrize("dialect", Dialect)
def test_machine_code_gives_the_dates_that_python_gives(machine_code: Machine, dialect: Dialect):
    schedule = replace(large(2_000), dialect=dialect)
    assert in_columns(machine_code, schedule) == in_columns(PYTHON, schedule)


def test_machine_code_reaches_as_far_as_python(machine_code: Machine):
    far = replace(large(300), links=tuple(Link(n, n + 1, lag=40_000) for n in range(299)))
    assert in_columns(machine_code, far) == in_columns(PYTHON, far)


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["p6_1000_update_3.xer.gz", "msp_1000_update_3.xml.gz"])
def test_machine_code_gives_the_same_dates_for_a_real_plan(machine_code: Machine, real_data: Path, name: str):
    (schedule,) = read((real_data / "schedules" / "generated" / name).read_bytes(), name).schedules
    assert in_columns(machine_code, schedule) == in_columns(PYTHON, schedule)


def test_a_calendar_that_runs_out_is_named_by_machine_code_too(machine_code: Machine):
    once = WorkCalendar(
        uid="once",
        name="Once",
        week=((),) * 7,
        exceptions=(CalendarException(START.date(), START.date(), ((480, 960),)),),
    )
    plan = large(5)
    activities = tuple(replace(each, calendar=None) for each in plan.activities)
    schedule = replace(plan, activities=activities, calendars=(once,), default_calendar="once")
    with pytest.raises(OutOfWorkingTime, match="calendar 'Once' has too little working time after"):
        in_columns(machine_code, schedule)


def test_a_chain_is_no_deeper_than_memory():
    activities = tuple(Activity(uid=n, id=str(n), name=str(n), duration=1, remaining=1) for n in range(50_000))
    schedule = Schedule(
        name="Chain",
        dialect=Dialect.P6,
        start=START,
        calendars=(ALWAYS,),
        default_calendar=ALWAYS.uid,
        activities=activities,
        links=tuple(Link(n, n + 1) for n in range(49_999)),
    )
    calculation = calculate(schedule)
    assert (calculation.finish - calculation.start).total_seconds() == 50_000 * 60
    assert len(calculation.longest_path) == 50_000
