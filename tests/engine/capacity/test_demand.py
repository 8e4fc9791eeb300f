"""Demand of plans and of promises: where it lies, and that none of it is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.capacity.tables import DAY, MONDAY, WEEKDAYS, WITH_EASTER, plan, task
from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.capacity import ResourceDemand, Series, added, beyond, first_day_of, plan_demand, promise
from plumbline.engine.schedule import Activity, ActivityKind, Assignment, Link, Resource, Schedule
from plumbline.engine.schedule.calculate import calculate


def demand_of(schedule: Schedule) -> dict[str, ResourceDemand]:
    return {each.name: each for each in plan_demand(schedule, calculate(schedule))}


def by_day(series: Series) -> dict[date, int]:
    return {first_day_of(series.first + number): int(each) for number, each in enumerate(series.minutes) if each}


def test_work_is_spread_over_the_working_time_between_the_dates() -> None:
    found = demand_of(plan([task("A", 8)], [Assignment("A", "tove", work=8 * DAY // 2)]))["Tove Yard"]
    assert by_day(found.series) == {date(2026, 3, 2): 5 * DAY // 2, date(2026, 3, 9): 3 * DAY // 2}
    assert found.critical == found.series.total == 4 * DAY


def test_a_week_over_the_end_of_a_month_is_counted_in_two_parts() -> None:
    late = replace(plan([task("A", 5)], [Assignment("A", "tove", work=5 * DAY)]), data_date=datetime(2026, 3, 30, 8))
    found = demand_of(late)["Tove Yard"]
    assert by_day(found.series) == {date(2026, 3, 30): 2 * DAY, date(2026, 4, 1): 3 * DAY}


def test_a_holiday_of_the_activitys_calendar_takes_no_work() -> None:
    over_easter = plan([task("A", 4, calendar=2)], [Assignment("A", "tove", work=4 * DAY)])
    found = demand_of(replace(over_easter, data_date=datetime(2026, 4, 2, 8)))["Tove Yard"]
    assert by_day(found.series) == {date(2026, 4, 1): DAY, date(2026, 4, 6): 3 * DAY}


def test_an_activity_that_follows_its_resources_is_spread_over_their_time() -> None:
    nights = WorkCalendar(uid=3, name="Sundays", week=((),) * 6 + (((0, 480),),))
    schedule = plan(
        [task("A", 2, follows_resources=True)],
        [Assignment("A", "tove", work=2 * DAY)],
        Resource("tove", "Tove Yard", calendar=3),
    )
    found = demand_of(replace(schedule, calendars=(*schedule.calendars, nights)))["Tove Yard"]
    assert by_day(found.series) == {date(2026, 3, 2): DAY, date(2026, 3, 9): DAY}


def test_only_what_is_left_is_asked_for() -> None:
    half = replace(task("A", 4), actual_start=datetime(2026, 2, 26, 8), remaining=2 * DAY)
    done = replace(task("B", 4), actual_start=datetime(2026, 2, 2, 8), actual_finish=datetime(2026, 2, 5, 17))
    milestone = Activity(uid="M", id="M", name="M", kind=ActivityKind.FINISH_MILESTONE)
    schedule = plan([half, done, milestone], [Assignment(each, "tove", work=4 * DAY) for each in "ABM"])
    assert by_day(demand_of(schedule)["Tove Yard"].series) == {date(2026, 3, 2): 2 * DAY}


def test_units_stand_in_for_work_and_what_says_neither_is_counted_as_unknown() -> None:
    schedule = plan([task("A", 2), task("B", 2)], [Assignment("A", "tove", units=0.5), Assignment("B", "tove")])
    found = demand_of(schedule)["Tove Yard"]
    assert (found.series.total, found.activities, found.without_work) == (DAY, 2, 1)


def test_material_is_nobodys_work() -> None:
    assert demand_of(plan([task("A", 2)], [Assignment("A", "paint", work=99), Assignment("A", work=5)])) == {}


def test_only_the_critical_path_is_critical() -> None:
    schedule = plan(
        [task("A", 10), task("B", 2), task("C", 1)],
        [Assignment("B", "tove", work=2 * DAY), Assignment("C", "tove", work=DAY)],
    )
    found = demand_of(replace(schedule, links=(Link("A", "C"),)))["Tove Yard"]
    assert (found.series.total, found.critical) == (3 * DAY, DAY)


def test_a_promise_is_a_share_of_the_working_time_of_its_months() -> None:
    found = promise(50, date(2026, 3, 1), date(2026, 4, 30), WITH_EASTER)
    assert found.total == (22 + 20) * DAY // 2
    assert by_day(promise(100, date(2026, 3, 3), date(2026, 3, 4), WEEKDAYS)) == {date(2026, 3, 2): 2 * DAY}
    assert promise(250, date(2026, 3, 3), date(2026, 3, 3), WEEKDAYS).total == 2.5 * DAY


def test_what_the_plan_asks_already_is_not_asked_twice() -> None:
    assert beyond(np.array([10, 10, 0]), np.array([4, 20, 5])).tolist() == [6, 0, 0]


def test_two_series_together_reach_over_both() -> None:
    both = added(Series(3, np.array([1, 2])), Series(6, np.array([5])))
    assert (both.first, both.minutes.tolist()) == (3, [1, 2, 0, 5])


def test_dates_far_away_lose_nothing() -> None:
    far = replace(plan([task("A", 3)], [Assignment("A", "tove", work=1000)]), data_date=datetime(2500, 1, 4, 8))
    assert demand_of(far)["Tove Yard"].series.total == 1000


activities = st.tuples(
    st.integers(1, 90), st.integers(0, 40_000), st.sampled_from((None, 1, 2)), st.booleans(), st.integers(0, 90)
)


@given(st.lists(activities, min_size=1, max_size=8), st.integers(0, 400))
def test_the_sum_over_the_slots_is_the_work_that_is_left(
    lines: list[tuple[int, int, int | None, bool, int]], moved: int
) -> None:
    """Whatever lengths, calendars, links, progress and data date."""
    tasks, assignments, links = [], [], []
    for number, (days, work, calendar, chained, left) in enumerate(lines):
        each = task(f"{number}", days, calendar=calendar)
        if left < days:
            each = replace(each, actual_start=MONDAY, remaining=left * DAY)
        tasks.append(each)
        assignments.append(Assignment(each.uid, "tove", work=work))
        if chained and number:
            links.append(Link(f"{number - 1}", f"{number}"))
    data_date = datetime.fromordinal(MONDAY.toordinal() + moved).replace(hour=8)
    schedule = replace(plan(tasks, assignments), links=tuple(links), data_date=data_date)
    expected = sum(
        work * each.remaining // each.duration if each.is_started else work
        for each, (_, work, *_) in zip(tasks, lines, strict=True)
    )
    found = demand_of(schedule)["Tove Yard"]
    assert found.series.total == expected
    assert (found.series.minutes >= 0).all()
    assert 0 <= found.critical <= expected


@given(st.integers(0, 1000), st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_a_promise_loses_no_minute(percent: int, first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    working = sum(date.fromordinal(first.toordinal() + each).weekday() < 5 for each in range(days + 1))
    found = promise(percent, first, last, WEEKDAYS)
    assert found.total == working * DAY * percent // 100
    assert (found.minutes >= 0).all()
