"""Capacity and demand of 200 projects and 2,000 people over 104 weeks, beside adding up as many days one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from bench.side_by_side import Measurement
from plumbline.engine.calendars import CalendarException, WorkCalendar
from plumbline.engine.capacity import Ints, Member, Per, Spell, folded, loads, periods, plan_demand, supply, weeks_from
from plumbline.engine.schedule import Activity, Assignment, Dialect, Resource, Schedule
from plumbline.engine.schedule.calculate import Calculation, calculate

PEOPLE, PROJECTS, WEEKS, ACTIVITIES = 2_000, 200, 104, 100
BEGIN = date(2027, 1, 4)
EIGHT_HOURS = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
WEEK = (EIGHT_HOURS,) * 5 + ((),) * 2


def measurements() -> Iterator[Measurement]:
    calendars, members = _calendars(), [_member(number) for number in range(PEOPLE)]
    of = weeks_from(BEGIN, WEEKS)
    day_by_day = partial(_day_by_day, members)
    what = f"capacity of {PEOPLE:,} people over {WEEKS} weeks"
    yield Measurement(what, "adding up their days one by one", partial(supply, calendars, members, of), day_by_day)
    plans = [_plan(number) for number in range(PROJECTS)]
    demand = partial(_demand, plans)
    what = f"demand of {PROJECTS} plans of {ACTIVITIES} activities"
    yield Measurement(what, "adding up the days of the people", demand, day_by_day)
    free = supply(calendars, members, of).free
    asked = free[::-1].copy()
    what = f"load of {PEOPLE:,} people by week"
    weeks = periods(of, Per.WEEK)
    heat = lambda: loads(folded(free, weeks), folded(asked, weeks))  # noqa: E731
    yield Measurement(what, "adding up the same cells one by one", heat, partial(_cell_by_cell, free))


def _calendars() -> list[WorkCalendar]:
    off = tuple(CalendarException(day, day) for day in (date(2027, 12, 27), date(2028, 1, 3)))
    return [WorkCalendar(uid=number, name="Week", week=WEEK, exceptions=off) for number in range(3)]


def _member(number: int) -> Member:
    away = tuple(
        Spell(
            100, BEGIN + timedelta(days=number % 90 + 120 * each), BEGIN + timedelta(days=number % 90 + 120 * each + 9)
        )
        for each in range(5)
    )
    return Member(calendar=number % 3, shares=(Spell(50 + number % 51),), away=away, line_work=(Spell(number % 40),))


def _day_by_day(members: list[Member]) -> int:
    """The least that anyone would have to do without columns: each day of each person once."""
    days, minutes = range(7 * WEEKS), 0
    for each in members:
        share = each.shares[0].percent
        for day in days:
            if day % 7 < 5:
                minutes += 480 * share
    return minutes


def _cell_by_cell(free: Ints) -> int:
    return sum(sum(row) for row in free.tolist())


def _demand(plans: list[tuple[Schedule, Calculation]]) -> int:
    return sum(each.series.total for schedule, dates in plans for each in plan_demand(schedule, dates))


def _plan(number: int) -> tuple[Schedule, Calculation]:
    activities = tuple(
        Activity(
            uid=each, id=str(each), name=f"Work {each}", duration=480 * (each % 30 + 5), remaining=480 * (each % 30 + 5)
        )
        for each in range(ACTIVITIES)
    )
    assignments = tuple(
        Assignment(each, f"r{(each + step) % 40}", work=480 * 3) for each in range(ACTIVITIES) for step in (0, 7)
    )
    start = datetime.combine(BEGIN + timedelta(days=number), datetime.min.time()).replace(hour=8)
    schedule = Schedule(
        name=f"Project {number}", dialect=Dialect.P6, start=start, data_date=start, calendars=(_calendars()[0],),
        default_calendar=0, activities=activities, assignments=assignments,
        resources=tuple(Resource(f"r{each}", f"Person {each}") for each in range(40)),
    )  # fmt: skip
    return schedule, calculate(schedule)
