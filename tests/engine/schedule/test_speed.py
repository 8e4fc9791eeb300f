"""The calculation keeps up with large plans."""

from __future__ import annotations

import random
import time

from engine.schedule.nets import NIGHTS, OFFICE, START
from plumbline.engine.calendars import ALWAYS
from plumbline.engine.schedule import Activity, Dialect, Link, LinkKind, Schedule
from plumbline.engine.schedule.calculate import calculate


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


def seconds(schedule: Schedule, attempts: int) -> float:
    def once() -> float:
        begin = time.process_time()
        calculate(schedule)
        return time.process_time() - begin

    return min(once() for _ in range(attempts))


def test_a_thousand_activities_take_less_than_a_fifth_of_a_second():
    assert seconds(large(1_000), attempts=5) < 0.2


def test_twenty_thousand_activities_take_a_few_seconds():
    assert seconds(large(20_000), attempts=2) < 4


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
