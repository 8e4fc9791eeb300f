"""Weeks, cut where a month begins."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.capacity import Per, first_day_of, folded, laid_into, months_from, periods, slot_of, weeks_from

DAYS = st.dates(date(1970, 1, 1), date(2199, 12, 31))


def test_a_week_over_the_end_of_a_month_is_two_slots() -> None:
    of = weeks_from(date(2026, 4, 29), 2)
    days = [first_day_of(each) for each in range(of.first, of.stop)]
    assert days == [date(2026, 4, 27), date(2026, 5, 1), date(2026, 5, 4)]
    assert periods(of, Per.WEEK).days == (date(2026, 4, 27), date(2026, 5, 4))
    assert periods(of, Per.MONTH).days == (date(2026, 4, 1), date(2026, 5, 1))


def test_slots_add_up_to_weeks_and_to_months() -> None:
    of = weeks_from(date(2026, 4, 29), 2)
    minutes = np.array([[4, 1, 5]])
    assert folded(minutes, periods(of, Per.WEEK)).tolist() == [[5, 5]]
    assert folded(minutes, periods(of, Per.MONTH)).tolist() == [[4, 6]]


def test_a_series_is_seen_through_a_window() -> None:
    of = months_from(date(2026, 3, 15), 1)
    series = np.array([7, 8, 9])
    assert laid_into(of, of.first - 1, series).tolist()[:3] == [8, 9, 0]
    assert laid_into(of, of.stop - 1, series).tolist()[-2:] == [0, 7]
    assert laid_into(of, of.stop, series).sum() == 0


@given(DAYS)
def test_a_day_lies_in_the_week_and_the_month_of_its_slot(day: date) -> None:
    first = first_day_of(slot_of(day))
    assert first <= day < first + timedelta(days=7)
    assert first.month == day.month
    assert first.isocalendar()[:2] == day.isocalendar()[:2]


def test_what_lies_beyond_the_years_that_are_counted_lies_at_the_edge() -> None:
    assert slot_of(date(1900, 1, 1)) == 0
    assert slot_of(date(2500, 1, 1)) == slot_of(date(2199, 12, 31))


@given(DAYS.filter(lambda day: day.year < 2190), st.integers(1, 60))
def test_weeks_and_months_of_a_window_hold_all_of_it(day: date, count: int) -> None:
    for of in (weeks_from(day, count), months_from(day, count)):
        minutes = np.arange(of.count)
        for per in Per:
            assert folded(minutes, periods(of, per)).sum() == minutes.sum()
    assert len(periods(weeks_from(day, count), Per.WEEK).days) == count
    assert len(periods(months_from(day, count), Per.MONTH).days) == count
