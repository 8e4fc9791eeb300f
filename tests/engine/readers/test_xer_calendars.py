"""Calendars of a Primavera P6 export."""

from engine.readers.reading import plan, problems, refusal
from engine.readers.written_plans import CALENDAR, task, xer


def test_a_calendar_has_its_week_and_its_days_off():
    (calendar,) = plan(xer(), "a.xer").calendars
    assert calendar.week == (((480, 720), (780, 1020)),) * 5 + ((), ())
    assert [(str(each.first), each.windows) for each in calendar.exceptions] == [("2026-04-03", ())]


def test_hours_that_end_at_midnight_last_until_midnight():
    night = (
        "(0||CalendarData()((0||DaysOfWeek()((0||2()((0||0(s|22:00|f|00:00)())))(0||3()((0||0(s|0:00|f|6:00)())))))))"
    )
    (calendar,) = plan(xer(CALENDAR=[CALENDAR | {"clndr_data": night}]), "a.xer").calendars
    assert calendar.week[:2] == (((1320, 1440),), ((0, 360),))


def test_a_calendar_takes_from_its_base_what_it_does_not_say():
    derived = {"clndr_id": 6, "base_clndr_id": 5, "clndr_name": "With Saturday", "day_hr_cnt": 8}
    saturday = "(0||CalendarData()((0||DaysOfWeek()((0||7()((0||0(s|08:00|f|12:00)())))))))"
    schedule = plan(xer(CALENDAR=[CALENDAR, derived | {"clndr_data": saturday}]), "a.xer")
    calendar = schedule.calendar_by_uid[6]
    assert calendar.week[0] == ((480, 720), (780, 1020))
    assert calendar.week[5] == ((480, 720),)
    assert len(calendar.exceptions) == 1


def test_a_calendar_without_working_time_is_left_out_with_a_problem():
    empty = CALENDAR | {"clndr_id": 6, "clndr_data": "(0||CalendarData()((0||DaysOfWeek()((0||1()())))))"}
    data = xer(CALENDAR=[CALENDAR, empty])
    assert [each.uid for each in plan(data, "a.xer").calendars] == [5]
    assert "no working time at all" in problems(data, "a.xer")


def test_a_damaged_calendar_is_refused_by_its_line_and_column():
    broken = CALENDAR | {"clndr_data": "(0||CalendarData()((0||DaysOfWeek()"}
    assert "table CALENDAR, column clndr_data: The calendar is damaged" in refusal(xer(CALENDAR=[broken]), "a.xer")


def test_a_file_without_a_usable_calendar_is_refused():
    assert "no calendar with working time" in refusal(xer(CALENDAR=[], TASK=[task(1, clndr_id="")]), "a.xer")
