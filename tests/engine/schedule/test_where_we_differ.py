"""Why our dates are the right ones where another program has others: a worked example for each reason listed."""

from __future__ import annotations

from datetime import datetime, timedelta

from engine.schedule.nets import NIGHTS, OFFICE
from plumbline.engine.calendars import ALWAYS
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Constraint,
    ConstraintKind,
    Dialect,
    Link,
    LinkKind,
    Schedule,
)
from plumbline.engine.schedule.calculate import ActivityDates, calculate

HOUR = 60
MONDAY = datetime(2026, 1, 5, 8)


def at(day: int, hour: int) -> datetime:
    """An hour of the week that begins on Monday, 5 January 2026, the day 0."""
    return datetime(2026, 1, 5, hour) + timedelta(days=day)


def work(uid: str, hours: int, calendar: str = "office", **fields: object) -> Activity:
    values = {"duration": hours * HOUR, "remaining": hours * HOUR, "calendar": calendar, **fields}
    return Activity(uid=uid, id=uid, name=uid, **values)  # type: ignore[arg-type]


LONG = work("LONG", 400)
"""Keeps the finish of the project away, so that late dates follow from what each example is about."""


def dates(
    *activities: Activity, links: list[Link], dialect: Dialect = Dialect.P6, **fields: object
) -> dict[str, ActivityDates]:
    schedule = Schedule(
        name="An example",
        dialect=dialect,
        start=MONDAY,
        calendars=(OFFICE, ALWAYS, NIGHTS),
        default_calendar=OFFICE.uid,
        activities=activities,
        links=tuple(links),
        **fields,  # type: ignore[arg-type]
    )
    return calculate(schedule).dates  # type: ignore[return-value]


def test_a_lag_counted_back_from_midnight_is_working_time():
    """The watch may begin at midnight at the latest. Four office hours before lie between 13:00 and 17:00."""
    deadline = Constraint(ConstraintKind.START_NO_LATER_THAN, at(2, 0))
    found = dates(
        LONG,
        work("A", 8),
        work("WATCH", 24, ALWAYS.uid, constraints=(deadline,)),
        links=[Link("A", "WATCH", lag=4 * HOUR)],
    )
    assert found["WATCH"].late_start == at(2, 0)
    assert found["A"].late_finish == at(1, 13) - timedelta(hours=1)
    assert found["A"].total_float == 4 * HOUR


def test_a_start_constraint_does_not_let_work_begin_before_its_predecessor_ends_that_day():
    """A ends on Tuesday at 11:00. That B may not start before Tuesday 8:00 changes nothing: it waits until 11:00."""
    not_before = Constraint(ConstraintKind.START_NO_EARLIER_THAN, at(1, 8))
    found = dates(work("A", 11), work("B", 8, constraints=(not_before,)), links=[Link("A", "B")])
    assert found["A"].early_finish == at(1, 11)
    assert found["B"].early_start == at(1, 11)


def test_a_late_start_at_noon_is_shown_as_the_one_after_lunch_and_leaves_its_predecessor_the_hour():
    """B may begin on Tuesday at 8:00 at the latest, A four hours after that: at 12:00, so work goes on at 13:00."""
    not_after = Constraint(ConstraintKind.START_NO_LATER_THAN, at(1, 8))
    found = dates(
        LONG,
        work("WATCH", 24, ALWAYS.uid),
        work("A", 8),
        work("B", 8, constraints=(not_after,)),
        links=[Link("WATCH", "A"), Link("A", "B", LinkKind.START_START, lag=-4 * HOUR)],
    )
    assert found["A"].late_start == at(1, 13)
    assert found["WATCH"].late_finish == at(1, 13)


def test_a_level_of_effort_ends_with_the_last_night_it_serves():
    """Two nights of work may end on Thursday morning at the latest; the office closed on Wednesday at 17:00."""
    found = dates(
        LONG,
        work("NIGHT", 16, NIGHTS.uid, deadline=at(3, 6)),
        work("CARE", 8, kind=ActivityKind.LEVEL_OF_EFFORT),
        links=[Link("NIGHT", "CARE", LinkKind.START_START), Link("NIGHT", "CARE", LinkKind.FINISH_FINISH)],
    )
    assert found["NIGHT"].late_finish == at(3, 6)
    assert found["CARE"].late_finish == at(2, 17)


def test_work_that_precedes_work_under_way_has_time_until_the_rest_of_it_goes_on():
    """B was begun before A was done; eight of its sixteen hours are left, on Tuesday. Only these wait for A."""
    found = dates(
        work("A", 4),
        work("B", 16, actual_start=MONDAY, remaining=8 * HOUR),
        work("C", 40),
        links=[Link("A", "B")],
        dialect=Dialect.MSP,
    )
    assert found["B"].early_finish == at(1, 17)
    assert found["A"].late_finish == at(0, 17)
    assert found["A"].total_float == 4 * HOUR


def test_a_task_pinned_before_its_predecessor_ends_has_negative_float():
    """A ends on Friday, B must start on Wednesday: the plan needs two days that it does not have."""
    pinned = Constraint(ConstraintKind.MUST_START_ON, at(2, 8))
    found = dates(work("A", 40), work("B", 8, constraints=(pinned,)), links=[Link("A", "B")], dialect=Dialect.MSP)
    assert found["B"].early_start == found["B"].late_start == at(2, 8)
    assert found["B"].total_float == -3 * 8 * HOUR
