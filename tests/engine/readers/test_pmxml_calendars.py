"""Calendars of a Primavera XML file."""

from datetime import date

import pytest

from engine.readers.reading import plan, problems, refusal
from engine.readers.written_pmxml import activity, exception, p6_calendar, pmxml, project, weekday
from plumbline.engine.calendars import CalendarException

EIGHT_HOURS = ((480, 720), (780, 1020))


def test_hours_last_through_the_last_minute_that_p6_writes():
    assert plan(pmxml(), "plan.xml").calendars[0].week == (EIGHT_HOURS,) * 5 + ((), ())


@pytest.mark.parametrize(
    ("start", "finish", "window"),
    [
        ("22:00:00", "23:59:00", (1320, 1440)),
        ("00:00:00", "23:59:00", (0, 1440)),
        ("00:00:00", "00:00:00", (0, 1440)),
        ("08:00:00", "12:00:00", (480, 720)),
        ("07:00:00", "15:29:00", (420, 930)),
    ],
)
def test_hours_as_different_programs_write_them(start: str, finish: str, window: tuple[int, int]):
    written = p6_calendar(5, days=weekday("Monday", (start, finish)))
    assert plan(pmxml(calendars=written), "plan.xml").calendars[0].week[0] == (window,)


def test_holidays_and_days_with_other_hours_are_exceptions():
    inner = exception("2026-04-03") + exception("2026-04-04", ("08:00:00", "11:59:00"))
    assert plan(pmxml(calendars=p6_calendar(5, inner)), "plan.xml").calendars[0].exceptions == (
        CalendarException(date(2026, 4, 3), date(2026, 4, 3)),
        CalendarException(date(2026, 4, 4), date(2026, 4, 4), ((480, 720),)),
    )


def test_a_calendar_takes_from_its_base_what_it_does_not_say():
    base = p6_calendar(5, exception("2026-04-03"))
    days = weekday("Saturday", ("08:00:00", "11:59:00"))
    derived = p6_calendar(6, exception("2026-05-01"), days, BaseCalendarObjectId=5, HoursPerDay=10)
    written = pmxml(project(activity(1, CalendarObjectId=6)), calendars=base + derived)
    calendar = plan(written, "plan.xml").calendar_by_uid[6]
    assert calendar.week == (EIGHT_HOURS,) * 5 + (((480, 720),), ())
    assert [each.first for each in calendar.exceptions] == [date(2026, 4, 3), date(2026, 5, 1)]
    assert calendar.minutes_per_day == 600


def test_a_calendar_of_another_project_is_left_out():
    others = p6_calendar(5) + p6_calendar(6, Type="Project", ProjectObjectId=2)
    others += p6_calendar(7, Type="Project", ProjectObjectId=1)
    assert [each.uid for each in plan(pmxml(calendars=others), "plan.xml").calendars] == [5, 7]


def test_a_calendar_without_working_time_is_left_out_with_a_problem():
    never = p6_calendar(6, days="".join(weekday(day) for day in ("Monday", "Tuesday")))
    data = pmxml(project(activity(1, CalendarObjectId=6)), calendars=p6_calendar(5) + never)
    assert plan(data, "plan.xml").activity_by_uid[1].calendar is None
    assert "Calendar 6: The calendar 'Calendar 6' has no working time at all" in problems(data, "plan.xml")


def test_the_default_calendar_of_the_file_is_taken_where_the_project_names_none():
    marked = p6_calendar(5, IsDefault=0) + p6_calendar(6, IsDefault=1)
    schedule = plan(pmxml(project(activity(1), ActivityDefaultCalendarObjectId=""), calendars=marked), "plan.xml")
    assert schedule.default_calendar == 6


def test_calendars_that_are_based_on_each_other_come_to_an_end():
    ring = p6_calendar(5, BaseCalendarObjectId=6) + p6_calendar(6, BaseCalendarObjectId=5)
    assert len(plan(pmxml(calendars=ring), "plan.xml").calendars) == 2


def test_hours_that_cannot_be_read_are_refused_by_their_line():
    broken = p6_calendar(5, days=weekday("Monday", ("8 o'clock", "16:59:00")))
    assert "WorkTime: '8 o'clock' is not a time of day such as 08:00" in refusal(pmxml(calendars=broken), "plan.xml")


def test_a_day_that_is_none_is_refused():
    broken = p6_calendar(5, days=weekday("Someday", ("08:00:00", "16:59:00")))
    assert "element DayOfWeek: 'Someday' is no day of the week" in refusal(pmxml(calendars=broken), "plan.xml")
