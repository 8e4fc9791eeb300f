"""Working time: what the examples say, and agreement with a minute-by-minute count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plumbline.engine.calendars import ALWAYS, CalendarException, OutOfWorkingTime, WorkCalendar, WorkingTime
from plumbline.engine.calendars.work_horizon import Allowance, to_minutes
from plumbline.engine.calendars.work_windows import WorkWindows

DAY = ((480, 720), (780, 1020))
OFFICE = WorkCalendar(
    uid=1,
    name="Office",
    week=(DAY, DAY, DAY, DAY, ((480, 720),), (), ()),
    exceptions=(CalendarException(date(2026, 5, 1), date(2026, 5, 3)),),
)
NIGHTS = WorkCalendar(
    uid=2,
    name="Nights",
    week=(((1320, 1440),), *(((0, 360), (1320, 1440)),) * 3, ((0, 360),), (), ()),
)
ONCE = WorkCalendar(
    uid=3, name="Once", week=((),) * 7, exceptions=(CalendarException(date(2026, 3, 4), date(2026, 3, 4), DAY),)
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_work_that_fills_a_day_ends_when_the_day_ends():
    assert WorkingTime(OFFICE).add(at("2026-03-02T08:00"), 480) == at("2026-03-02T17:00")


def test_work_goes_on_after_lunch_the_weekend_and_a_holiday():
    time = WorkingTime(OFFICE)
    assert time.add(at("2026-03-02T11:00"), 120) == at("2026-03-02T14:00")
    assert time.add(at("2026-03-05T16:00"), 360) == at("2026-03-09T09:00")
    assert time.add(at("2026-04-30T16:00"), 120) == at("2026-05-04T09:00")


def test_a_half_day_counts_half():
    assert WorkingTime(OFFICE).between(at("2026-03-06T00:00"), at("2026-03-07T00:00")) == 240


def test_counting_back_work_begins_with_a_window():
    assert WorkingTime(OFFICE).add(at("2026-03-03T12:00"), -240) == at("2026-03-03T08:00")
    assert WorkingTime(OFFICE).add(at("2026-03-03T08:00"), -60) == at("2026-03-02T16:00")


def test_adding_nothing_stays_even_in_a_gap():
    assert WorkingTime(OFFICE).add(at("2026-03-07T03:00"), 0) == at("2026-03-07T03:00")


def test_a_night_shift_crosses_midnight_in_one_piece():
    time = WorkingTime(NIGHTS)
    assert time.add(at("2026-03-02T22:00"), 480) == at("2026-03-03T06:00")
    assert time.add(at("2026-03-03T06:00"), -480) == at("2026-03-02T22:00")
    assert time.previous_work_finish(at("2026-03-03T00:00")) == at("2026-03-03T00:00")
    assert time.next_work_start(at("2026-03-03T00:00")) == at("2026-03-03T00:00")


def test_the_next_start_and_the_previous_finish_lie_around_a_gap():
    time = WorkingTime(OFFICE)
    assert time.next_work_start(at("2026-03-06T12:00")) == at("2026-03-09T08:00")
    assert time.previous_work_finish(at("2026-03-09T08:00")) == at("2026-03-06T12:00")


def test_a_later_exception_wins_over_an_earlier_one():
    calendar = WorkCalendar(
        uid=1,
        name="Two rules for one day",
        week=(DAY,) * 7,
        exceptions=(
            CalendarException(date(2026, 3, 1), date(2026, 3, 31)),
            CalendarException(date(2026, 3, 10), date(2026, 3, 10), ((480, 540),)),
        ),
    )
    assert WorkingTime(calendar).between(at("2026-03-01T00:00"), at("2026-04-01T00:00")) == 60


def test_around_the_clock_every_minute_counts():
    time = WorkingTime(ALWAYS)
    assert time.add(at("2026-03-07T03:00"), 3 * 1440) == at("2026-03-10T03:00")
    assert time.between(at("2030-01-01T00:00"), at("2026-01-01T00:00")) == -(365 * 4 + 1) * 1440


def test_far_dates_are_reached():
    time = WorkingTime(OFFICE)
    assert time.between(at("1984-01-01T00:00"), at("2049-12-31T00:00")) > 0
    assert time.add(at("2026-03-02T08:00"), 36 * 60 * 52 * 100) > at("2125-01-01T00:00")


def test_a_calendar_that_runs_out_of_working_time_says_so():
    time = WorkingTime(ONCE)
    assert time.add(at("2026-01-01T00:00"), 480) == at("2026-03-04T17:00")
    with pytest.raises(OutOfWorkingTime, match=r"'Once' has too little working time after 2026-01-01 00:00"):
        time.add(at("2026-01-01T00:00"), 481)
    with pytest.raises(OutOfWorkingTime, match="before"):
        time.add(at("2026-03-04T12:00"), -241)
    with pytest.raises(OutOfWorkingTime, match="after"):
        time.next_work_start(at("2026-03-04T17:00"))
    with pytest.raises(OutOfWorkingTime, match="before"):
        time.previous_work_finish(at("2026-03-04T08:00"))


def test_dates_beyond_the_calendar_are_an_error_not_an_endless_loop():
    with pytest.raises(OutOfWorkingTime):
        WorkingTime(OFFICE).add(at("2026-03-02T08:00"), 10**12)
    with pytest.raises(OutOfWorkingTime):
        WorkingTime(OFFICE).add(at("9999-12-30T08:00"), 10**4)
    with pytest.raises(OutOfWorkingTime):
        WorkingTime(OFFICE).add(at("0001-01-02T08:00"), -(10**4))
    with pytest.raises(OutOfWorkingTime, match=r"1,000 years"):
        WorkingTime(OFFICE).between(at("0001-01-02T08:00"), at("9999-01-02T08:00"))


FIRST_DAY = date(2026, 1, 1)
START = datetime(2026, 1, 1)
DAYS = 28


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    week = tuple(draw(day_windows()) for _ in range(7))
    exceptions = tuple(
        CalendarException(FIRST_DAY + timedelta(days=first), FIRST_DAY + timedelta(days=first + length), windows)
        for first, length, windows in draw(
            st.lists(st.tuples(st.integers(-10, DAYS), st.integers(0, 5), day_windows()), max_size=3)
        )
    )
    guaranteed = ((480, 720),)
    return WorkCalendar(uid=1, name="Drawn", week=(week[0] or guaranteed, *week[1:]), exceptions=exceptions)


@st.composite
def day_windows(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    edges = draw(st.lists(st.integers(0, 96).map(lambda quarter: quarter * 15), max_size=6, unique=True))
    edges.sort()
    return tuple(zip(edges[0::2], edges[1::2], strict=False))


def working_minutes(calendar: WorkCalendar, first: int, last: int) -> list[bool]:
    """Whether each minute of the days first..last (relative to START) is worked: the naive model."""
    minutes: list[bool] = []
    for number in range(first, last):
        day = FIRST_DAY + timedelta(days=number)
        windows = calendar.week[day.weekday()]
        for exception in calendar.exceptions:
            if exception.first <= day <= exception.last:
                windows = exception.windows
        minutes += [any(start <= minute < end for start, end in windows) for minute in range(1440)]
    return minutes


instants = st.integers(0, DAYS * 96).map(lambda quarter: quarter * 15)


@settings(max_examples=60, deadline=None)
@given(calendars(), instants, instants)
def test_work_between_is_the_number_of_working_minutes(calendar: WorkCalendar, one: int, other: int):
    minutes = working_minutes(calendar, 0, DAYS + 1)
    first, last = sorted((one, other))
    time = WorkingTime(calendar)
    start, finish = START + timedelta(minutes=first), START + timedelta(minutes=last)
    assert time.between(start, finish) == sum(minutes[first:last])
    assert time.between(finish, start) == -sum(minutes[first:last])


@settings(max_examples=60, deadline=None)
@given(calendars(), instants, st.integers(1, 600))
def test_adding_goes_minute_by_minute(calendar: WorkCalendar, begin: int, work: int):
    minutes = working_minutes(calendar, 0, DAYS + 60)
    left, instant = work, begin
    while left and instant < len(minutes):
        left -= minutes[instant]
        instant += 1
    if not left:
        assert WorkingTime(calendar).add(START + timedelta(minutes=begin), work) == START + timedelta(minutes=instant)


@settings(max_examples=60, deadline=None)
@given(calendars(), instants, st.integers(1, 600))
def test_subtracting_goes_minute_by_minute(calendar: WorkCalendar, end: int, work: int):
    minutes = working_minutes(calendar, -60, DAYS + 1)
    left, instant = work, end + 60 * 1440
    while left and instant > 0:
        instant -= 1
        left -= minutes[instant]
    if not left:
        expected = START + timedelta(minutes=instant - 60 * 1440)
        assert WorkingTime(calendar).add(START + timedelta(minutes=end), -work) == expected


@settings(max_examples=60, deadline=None)
@given(calendars(), instants)
def test_the_edges_of_work_are_the_nearest_worked_minutes(calendar: WorkCalendar, instant: int):
    minutes = working_minutes(calendar, -60, DAYS + 60)
    here = instant + 60 * 1440
    time = WorkingTime(calendar)
    after = next((each for each in range(here, len(minutes)) if minutes[each]), None)
    before = next((each for each in range(here, 0, -1) if minutes[each - 1]), None)
    moment = START + timedelta(minutes=instant)
    if after is not None:
        assert time.next_work_start(moment) == START + timedelta(minutes=after - 60 * 1440)
    if before is not None:
        assert time.previous_work_finish(moment) == START + timedelta(minutes=before - 60 * 1440)


@settings(max_examples=60, deadline=None)
@given(calendars(), st.lists(st.tuples(instants, st.integers(-3000, 3000)), min_size=1, max_size=6))
def test_answers_do_not_depend_on_what_was_asked_before(calendar: WorkCalendar, questions: list[tuple[int, int]]):
    used = WorkingTime(calendar)
    for instant, work in questions:
        moment = START + timedelta(minutes=instant, days=work)
        assert used.add(moment, work) == WorkingTime(calendar).add(moment, work)


def test_many_calendars_over_centuries_are_refused_before_they_fill_the_memory():
    allowance = Allowance(left=400_000)
    first, last = to_minutes(at("1900-01-01T08:00")), to_minutes(at("2199-01-01T08:00"))
    for number in range(2):
        WorkWindows(replace(OFFICE, uid=number), allowance).work_between(first, last)
    third = WorkWindows(replace(OFFICE, uid=3), allowance)
    with pytest.raises(OutOfWorkingTime, match="more working times than can be calculated"):
        third.work_between(first, last)
