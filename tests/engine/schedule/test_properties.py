"""What holds for every plan, found by trying many."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.schedule.nets import DAY, NIGHTS, OFFICE, net
from plumbline.engine.calendars import ALWAYS, WorkingTime
from plumbline.engine.schedule import Constraint, ConstraintKind, Dialect, Link, LinkKind, Schedule
from plumbline.engine.schedule.calculate import calculate

HOUR = 60
NAMES = [f"T{number}" for number in range(12)]


@st.composite
def plans(draw: st.DrawFn, dialect: Dialect | None = None, calendars: tuple[Any, ...] = (ALWAYS.uid,)) -> Schedule:
    """Up to twelve tasks; every link leads from an earlier task to a later one, so there is no loop."""
    count = draw(st.integers(2, len(NAMES)))
    names = NAMES[:count]
    durations = {name: draw(st.integers(1, 60)) / 24 for name in names}
    changes = {name: {"calendar": draw(st.sampled_from(calendars))} for name in names}
    return net(
        durations,
        dialect=dialect or draw(st.sampled_from(list(Dialect))),
        changes=changes,
        links=tuple(draw(st.lists(forward_links(count), max_size=2 * count))),
    )


@st.composite
def forward_links(draw: st.DrawFn, count: int, lags: st.SearchStrategy[int] | None = None) -> Link:
    first = draw(st.integers(0, count - 2))
    second = draw(st.integers(first + 1, count - 1))
    lag = draw(lags or st.integers(-48, 48)) * HOUR
    return Link(NAMES[first], NAMES[second], draw(st.sampled_from(list(LinkKind))), lag)


EVERY_CALENDAR = (ALWAYS.uid, OFFICE.uid, NIGHTS.uid)


@settings(max_examples=150, deadline=None)
@given(plans(), st.data())
def test_adding_a_link_never_shortens_a_project(schedule: Schedule, data: st.DataObject):
    link = data.draw(forward_links(len(schedule.activities)))
    assert calculate(replace(schedule, links=(*schedule.links, link))).finish >= calculate(schedule).finish


@settings(max_examples=150, deadline=None)
@given(plans())
def test_the_longest_path_has_no_float_on_one_calendar_without_constraints(schedule: Schedule):
    calculation = calculate(schedule)
    assert calculation.longest_path
    assert {calculation.dates[uid].total_float for uid in calculation.longest_path} == {0}


@settings(max_examples=150, deadline=None)
@given(plans(calendars=EVERY_CALENDAR))
def test_the_same_plan_gives_the_same_dates(schedule: Schedule):
    assert calculate(schedule) == calculate(replace(schedule))


@settings(max_examples=150, deadline=None)
@given(plans(calendars=EVERY_CALENDAR), st.randoms(use_true_random=False))
def test_the_order_of_activities_and_links_changes_no_date(schedule: Schedule, chance: random.Random):
    activities, links = list(schedule.activities), list(schedule.links)
    chance.shuffle(activities)
    chance.shuffle(links)
    shuffled = calculate(replace(schedule, activities=tuple(activities), links=tuple(links)))
    straight = calculate(schedule)
    assert shuffled.finish == straight.finish
    assert set(shuffled.longest_path) == set(straight.longest_path)
    for uid, dates in straight.dates.items():
        other = shuffled.dates[uid]
        assert replace(other, driving=()) == replace(dates, driving=())
        assert sorted(other.driving) == sorted(dates.driving)


@settings(max_examples=150, deadline=None)
@given(plans(calendars=EVERY_CALENDAR))
def test_every_span_holds_exactly_the_work_of_its_task(schedule: Schedule):
    for uid, dates in calculate(schedule).dates.items():
        activity = schedule.activity_by_uid[uid]
        time = WorkingTime(schedule.calendar_of(activity))
        for start, finish in ((dates.early_start, dates.early_finish), (dates.late_start, dates.late_finish)):
            assert start is not None
            assert finish is not None
            assert time.between(start, finish) == activity.duration


@settings(max_examples=150, deadline=None)
@given(plans(calendars=EVERY_CALENDAR))
def test_total_float_is_never_negative_without_constraints_on_positive_links(schedule: Schedule):
    links = tuple(replace(each, kind=LinkKind.FINISH_START, lag=abs(each.lag)) for each in schedule.links)
    for dates in calculate(replace(schedule, links=links)).dates.values():
        assert dates.total_float is not None
        assert dates.total_float >= 0


@settings(max_examples=150, deadline=None)
@given(plans())
def test_free_float_is_never_more_than_total_float_on_finish_start_links(schedule: Schedule):
    links = tuple(replace(each, kind=LinkKind.FINISH_START, lag=abs(each.lag)) for each in schedule.links)
    for dates in calculate(replace(schedule, links=links)).dates.values():
        assert dates.total_float is not None
        assert dates.free_float is not None
        assert 0 <= dates.free_float <= dates.total_float


@settings(max_examples=150, deadline=None)
@given(plans(), st.integers(0, 11), st.integers(1, 30))
def test_a_delay_of_a_task_on_the_longest_path_of_finish_start_links_delays_the_finish(
    schedule: Schedule, pick: int, days: int
):
    schedule = replace(schedule, links=tuple(Link(each.predecessor, each.successor) for each in schedule.links))
    before = calculate(schedule)
    uid = before.longest_path[pick % len(before.longest_path)]
    delayed = tuple(
        replace(each, duration=each.duration + days * DAY) if each.uid == uid else each for each in schedule.activities
    )
    after = calculate(replace(schedule, activities=delayed))
    assert (after.finish - before.finish).days == days


@settings(max_examples=150, deadline=None)
@given(plans(), st.integers(0, 1), st.integers(-100, 100))
def test_a_late_limit_moves_no_early_date_in_p6(schedule: Schedule, end: int, hours: int):
    kind = (ConstraintKind.START_NO_LATER_THAN, ConstraintKind.FINISH_NO_LATER_THAN)[end]
    schedule = replace(schedule, dialect=Dialect.P6)
    before = calculate(schedule)
    limit = Constraint(kind, WorkingTime(ALWAYS).add(before.finish, hours * HOUR))
    first, *rest = schedule.activities
    after = calculate(replace(schedule, activities=(replace(first, constraints=(limit,)), *rest)))
    assert {uid: each.early_start for uid, each in after.dates.items()} == {
        uid: each.early_start for uid, each in before.dates.items()
    }
