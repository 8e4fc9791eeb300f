"""When a word is due, by days alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plumbline.office.progress.due import Stand, due_on, overdue_on, word_days

MONDAY = date(2026, 3, 2)
WEEK = 7
Days = st.integers(-60, 60)
at_any_load = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def stand(start: int, finish: int, last_word: int = 0, *, started: bool = False, finished: bool = False) -> Stand:
    return Stand(day(start), day(finish), started, finished, day(last_word))


@pytest.mark.parametrize(
    ("shown", "due"),
    [
        (stand(3, 10), 3),
        (stand(3, 10, 5), 10),
        (stand(0, 20), 7),
        (stand(0, 4), 4),
        (stand(-5, 20, started=True), 7),
        (stand(-5, 4, started=True), 4),
        (stand(-5, -1, started=True), 7),
        (stand(-5, -1, 10, started=True), 17),
    ],
    ids=[
        "what is to start is due on that day",
        "what should have started and was told otherwise is due a week later or when it should finish",
        "what starts on the day of the plan is due a week later",
        "or before, when it should finish",
        "what is under way is due a week after the last word",
        "or before, when it should finish",
        "what should have finished before the last word is asked after a week later",
        "and again a week after each word",
    ],
)
def test_a_word_is_due(shown: Stand, due: int) -> None:
    assert due_on(shown, WEEK) == day(due)


def test_of_what_is_finished_nothing_is_asked() -> None:
    assert due_on(stand(0, 4, finished=True), WEEK) is None
    assert overdue_on(None, WEEK) is None


def test_an_activity_without_days_is_asked_after_a_week() -> None:
    assert due_on(Stand(None, None, False, False, MONDAY), WEEK) == day(7)


def test_a_word_is_overdue_when_it_was_missing_for_as_long_as_one_counts() -> None:
    assert overdue_on(day(3), WEEK) == day(10)


def test_a_word_counts_a_week_or_as_long_as_the_standard_lets_a_plan_be_old() -> None:
    assert [word_days(each) for each in (0, 1, 5, 7, 45)] == [1, 1, 5, 7, 7]


@at_any_load
@given(Days, st.integers(0, 60), Days, st.booleans(), st.integers(1, 7))
def test_a_word_is_never_due_before_the_last_one_and_always_once(
    start: int, length: int, last: int, started: bool, days: int
) -> None:
    """However plans and words fall, an unfinished activity is asked about after its last word."""
    found = due_on(stand(start, start + length, last, started=started), days)
    assert found is not None
    assert found > day(last)


@at_any_load
@given(Days, st.integers(0, 60), Days, st.integers(1, 7))
def test_work_under_way_is_asked_about_within_its_days(start: int, length: int, last: int, days: int) -> None:
    found = due_on(stand(start, start + length, last, started=True), days)
    assert found is not None
    assert found <= day(last + days)
