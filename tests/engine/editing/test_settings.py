"""The plan as a whole, and its calendars."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from engine.editing.typed import cell, edited, plan, refusal, row, written
from plumbline.engine.calendars import CalendarException
from plumbline.engine.editing.calendar_words import days_text, exceptions_text
from plumbline.engine.schedule.calculate import calculate


def test_name_start_and_dates_of_the_plan_are_set_together() -> None:
    after = edited(plan(), "settings", name="Hall", start="2026-04-01", data_date="2026-04-30", must_finish_by="")
    assert (after.name, after.start) == ("Hall", datetime(2026, 4, 1, 8))
    assert (after.data_date, after.must_finish_by) == (datetime(2026, 4, 30, 17), None)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", " ", "needs a name"),
        ("start", "", "needs a start"),
        ("data_date", "04/05/2026", "can be two dates"),
        ("default_calendar", "Moon", "There is no calendar 'Moon'"),
    ],
)
def test_settings_that_cannot_be_are_refused_at_their_field(field: str, value: str, says: str) -> None:
    refused = refusal(plan(), "settings", **{field: value})
    assert (says in str(refused), refused.field) == (True, field)


def test_rows_without_a_calendar_of_their_own_follow_the_plans() -> None:
    after = edited(written(plan(), "2", calendar="7x8"), "settings", default_calendar="7x8")
    assert [each.calendar for each in after.activities] == [None] * 4
    assert after.default_calendar == "7x8"


def test_a_holiday_moves_what_lies_on_it() -> None:
    after = edited(plan(), "calendar", calendar="5x8", exceptions="2026-03-02 to 2026-03-03\n2026-03-04 08:00-12:00")
    assert after.calendars[0].exceptions == (
        CalendarException(date(2026, 3, 2), date(2026, 3, 3)),
        CalendarException(date(2026, 3, 4), date(2026, 3, 4), ((480, 720),)),
    )
    assert calculate(after).finish == datetime(2026, 3, 5, 12)
    assert exceptions_text(after.calendars[0]) == "2026-03-02 to 2026-03-03\n2026-03-04 08:00-12:00"


def test_a_new_calendar_has_its_days_and_hours() -> None:
    after = edited(plan(), "calendar", name="Late", working_days="mon, Tuesday wed thu", hours="14:00-18:00, 18:30-24")
    late = after.calendars[-1]
    assert (late.name, late.minutes_per_day, days_text(late)) == ("Late", 570, "mon tue wed thu")
    assert late.week[0] == ((840, 1080), (1110, 1440))
    assert row(written(after, "1", calendar="late"), "1").calendar == late.uid
    assert cell(written(after, "1", calendar="Late", duration="2d"), "1", "duration") == "2d"


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("working_days", "mon someday", "'someday' is not a day"),
        ("working_days", "", "no working time at all"),
        ("hours", "8 to 12", "write 08:00-12:00"),
        ("hours", "08:00-12:00, 11:00-13:00", "without overlap"),
        ("exceptions", "Easter", "write it as 2026-03-31"),
        ("exceptions", "2026-12-26 to 2026-12-24", "ends before it begins"),
        ("exceptions", "2026-01-01 to 2028-01-01", "longer than 400 days"),
        ("name", "6x8", "give it another name"),
    ],
)
def test_calendars_that_cannot_be_are_refused(field: str, value: str, says: str) -> None:
    assert says in str(refusal(plan(), "calendar", calendar="5x8", **{field: value}))


def test_days_alone_leave_the_hours() -> None:
    after = edited(plan(), "calendar", calendar="Standard 5x8", working_days="mon tue wed thu fri sat")
    assert after.calendars[0].week[5] == after.calendars[0].week[0]
    assert after.calendars[0].minutes_per_day == 480
