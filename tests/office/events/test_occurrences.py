"""On which days something happens that happens again."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar.prop import vRecur

from plumbline.office.events.ics import rule_of
from plumbline.office.events.models import Event
from plumbline.office.events.occurrences import Recurrence, Repeats, moment_on, months_of, nth_weekday

DAYS = st.dates(date(2001, 1, 1), date(2060, 12, 31))
RECURRENCES = st.builds(
    Recurrence,
    first=DAYS,
    repeats=st.sampled_from(Repeats),
    every=st.integers(1, 52),
    until=st.none() | DAYS,
)
SPAN = timedelta(days=900)


def dates(*said: str) -> list[date]:
    return [date.fromisoformat(each) for each in said]


def test_once_is_once() -> None:
    once = Recurrence(date(2026, 3, 4))
    assert once.days(date(2026, 1, 1), date(2026, 12, 31)) == dates("2026-03-04")
    assert once.days(date(2026, 3, 5), date(2026, 12, 31)) == []


def test_every_second_week_keeps_its_weekday() -> None:
    fortnight = Recurrence(date(2026, 3, 2), Repeats.WEEKLY, 2)
    assert fortnight.days(date(2026, 3, 10), date(2026, 4, 20)) == dates("2026-03-16", "2026-03-30", "2026-04-13")


def test_day_31_is_the_last_day_of_a_shorter_month() -> None:
    month_end = Recurrence(date(2026, 1, 31), Repeats.DAY_OF_MONTH)
    assert month_end.days(date(2026, 2, 1), date(2026, 4, 30)) == dates("2026-02-28", "2026-03-31", "2026-04-30")
    assert month_end.days(date(2028, 2, 1), date(2028, 2, 29)) == dates("2028-02-29")


def test_the_second_tuesday_and_the_fifth_which_is_the_last() -> None:
    second = Recurrence(date(2026, 3, 10), Repeats.WEEKDAY_OF_MONTH)
    assert second.days(date(2026, 4, 1), date(2026, 5, 31)) == dates("2026-04-14", "2026-05-12")
    last = Recurrence(date(2026, 3, 31), Repeats.WEEKDAY_OF_MONTH)
    assert last.days(date(2026, 4, 1), date(2026, 6, 30)) == dates("2026-04-28", "2026-05-26", "2026-06-30")
    assert nth_weekday(2026, 2, 0, 5) == date(2026, 2, 23)


def test_it_ends_with_its_last_day() -> None:
    short = Recurrence(date(2026, 3, 2), Repeats.WEEKLY, 1, date(2026, 3, 16))
    assert short.days(date(2026, 1, 1), date(2026, 12, 31)) == dates("2026-03-02", "2026-03-09", "2026-03-16")


def test_less_than_every_week_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="one week or month"):
        Recurrence(date(2026, 3, 2), Repeats.WEEKLY, 0)


@given(RECURRENCES, DAYS)
def test_days_are_in_order_within_what_was_asked_and_none_comes_twice(recurrence: Recurrence, begin: date) -> None:
    found = recurrence.days(begin, begin + SPAN)
    assert found == sorted(set(found))
    assert all(max(begin, recurrence.first) <= each <= begin + SPAN for each in found)
    assert all(recurrence.until is None or each <= recurrence.until for each in found)
    assert all(recurrence.falls_on(each) for each in found)


@given(RECURRENCES, DAYS, st.integers(0, 899))
def test_two_halves_of_a_span_are_the_whole(recurrence: Recurrence, begin: date, cut: int) -> None:
    middle = begin + timedelta(days=cut)
    halves = recurrence.days(begin, middle) + recurrence.days(middle + timedelta(days=1), begin + SPAN)
    assert halves == recurrence.days(begin, begin + SPAN)


@given(RECURRENCES)
def test_a_month_between_two_has_one_each(recurrence: Recurrence) -> None:
    if recurrence.repeats not in (Repeats.DAY_OF_MONTH, Repeats.WEEKDAY_OF_MONTH):
        return
    months = [months_of(each) for each in recurrence.days(recurrence.first, recurrence.first + SPAN)]
    assert all(after - before == recurrence.every for before, after in pairwise(months))


@given(RECURRENCES)
def test_the_rule_that_other_programs_read_means_the_same_days(recurrence: Recurrence) -> None:
    if recurrence.until and recurrence.until < recurrence.first:
        return
    event = Event(
        first_on=recurrence.first,
        repeats=recurrence.repeats.value,
        every=recurrence.every,
        until=recurrence.until,
    )
    rule = rule_of(event)
    if not rule:
        assert recurrence.repeats == Repeats.NEVER
        return
    begin = recurrence.first
    ours = recurrence.days(begin, begin + SPAN)
    text = vRecur(rule).to_ical().decode()
    theirs = rrulestr(text, dtstart=moment_on(begin, time(0), ZoneInfo("UTC")).replace(tzinfo=None))
    found = []
    for each in theirs:
        if each.date() > begin + SPAN:
            break
        found.append(each.date())
    assert ours == found


def test_a_time_stays_the_same_by_the_wall_across_the_change_of_the_clocks() -> None:
    zone = ZoneInfo("Europe/Dublin")
    before, after = (moment_on(day, time(9, 30), zone) for day in dates("2026-03-28", "2026-03-29"))
    assert (before.hour, after.hour) == (9, 9)
    assert before.utcoffset() != after.utcoffset()


def test_a_time_that_the_clocks_leave_out_is_an_hour_later() -> None:
    left_out = moment_on(date(2026, 3, 29), time(1, 30), ZoneInfo("Europe/Dublin"))
    assert (left_out.hour, left_out.minute) == (2, 30)
