"""What is read from Microsoft Project XML."""

from datetime import date, datetime

import pytest

from engine.readers.reading import file, plan, problems, refusal
from engine.readers.written_plans import msp_calendar, msp_exception, msp_link, msp_task, msp_weekday, mspdi
from plumbline.engine.schedule import (
    ActivityKind,
    Baseline,
    Constraint,
    ConstraintKind,
    Dialect,
    LagCalendar,
    Link,
    LinkKind,
)


def test_a_project_keeps_its_name_dates_and_currency():
    data = mspdi(project="<StatusDate>2026-03-20T17:00:00</StatusDate><CurrencyCode>EUR</CurrencyCode>")
    schedule = plan(data, "bridge.xml")
    assert schedule.name == "Riverside bridge"
    assert schedule.dialect is Dialect.MSP
    assert (schedule.start, schedule.data_date) == (datetime(2026, 3, 2, 8), datetime(2026, 3, 20, 17))
    assert schedule.currency == "EUR"
    assert schedule.options.lag_calendar is LagCalendar.SUCCESSOR


def test_outline_levels_make_the_tree():
    tasks = "".join(
        msp_task(number, OutlineLevel=level, Summary=int(number in (0, 1)))
        for number, level in ((0, 0), (1, 1), (2, 2), (3, 2), (4, 1))
    )
    schedule = plan(mspdi(tasks), "a.xml")
    assert [(each.uid, each.parent, each.is_summary) for each in schedule.activities] == [
        (0, None, True),
        (1, 0, True),
        (2, 1, False),
        (3, 1, False),
        (4, 0, False),
    ]


def test_a_task_with_tasks_below_it_is_a_summary_even_if_not_marked_as_one():
    schedule = plan(mspdi(msp_task(1) + msp_task(2, OutlineLevel=2)), "a.xml")
    assert schedule.activity_by_uid[1].kind is ActivityKind.SUMMARY


def test_a_task_without_duration_is_a_milestone():
    assert plan(mspdi(msp_task(1, Duration="PT0H0M0S")), "a.xml").activity_by_uid[1].is_milestone


def test_a_blank_line_of_the_plan_is_no_task():
    assert len(plan(mspdi(msp_task(1) + msp_task(2, IsNull=1)), "a.xml").activities) == 1


def test_durations_are_minutes_and_may_be_elapsed():
    schedule = plan(mspdi(msp_task(1, Duration="PT12H30M0S") + msp_task(2, DurationFormat=8)), "a.xml")
    assert (schedule.activity_by_uid[1].duration, schedule.activity_by_uid[1].elapsed) == (750, False)
    assert schedule.activity_by_uid[2].elapsed


@pytest.mark.parametrize(
    ("code", "kind"), [(0, LinkKind.FINISH_FINISH), (1, LinkKind.FINISH_START), (2, LinkKind.START_FINISH), (3, "SS")]
)
def test_link_types(code: int, kind: LinkKind):
    tasks = msp_task(1) + msp_task(2, msp_link(1, Type=code))
    assert plan(mspdi(tasks), "a.xml").links[0].kind == kind


@pytest.mark.parametrize(
    ("fields", "lag", "elapsed"),
    [
        ({"LinkLag": 4800, "LagFormat": 7}, 480, False),
        ({"LinkLag": -2400, "LagFormat": 5}, -240, False),
        ({"LinkLag": 14400, "LagFormat": 8}, 1440, True),
        ({"LinkLag": 50, "LagFormat": 19}, 240, False),
    ],
    ids=["days", "lead in hours", "elapsed days", "percent of the predecessor"],
)
def test_lags_come_in_tenths_of_minutes_or_percent(fields: dict[str, object], lag: int, elapsed: bool):
    tasks = msp_task(1) + msp_task(2, msp_link(1, **fields))
    assert plan(mspdi(tasks), "a.xml").links == (Link(1, 2, LinkKind.FINISH_START, lag, elapsed),)


def test_a_link_to_another_file_is_left_out_with_a_problem():
    data = mspdi(msp_task(1, msp_link(7, CrossProject=1)) + msp_task(2, msp_link(99)))
    assert plan(data, "a.xml").links == ()
    assert "task 1 'Task 1': A link to a task of another file" in problems(data, "a.xml")
    assert "A link comes from task 99, which is not in the file" in problems(data, "a.xml")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (2, ConstraintKind.MUST_START_ON),
        (3, ConstraintKind.MUST_FINISH_ON),
        (4, ConstraintKind.START_NO_EARLIER_THAN),
        (5, ConstraintKind.START_NO_LATER_THAN),
        (6, ConstraintKind.FINISH_NO_EARLIER_THAN),
        (7, ConstraintKind.FINISH_NO_LATER_THAN),
    ],
)
def test_constraint_types(code: int, kind: ConstraintKind):
    constrained = msp_task(1, ConstraintType=code, ConstraintDate="2026-04-01T08:00:00")
    assert plan(mspdi(constrained), "a.xml").activity_by_uid[1].constraints == (
        Constraint(kind, datetime(2026, 4, 1, 8)),
    )


def test_as_soon_as_possible_is_no_constraint():
    soon = msp_task(1, ConstraintType=0, ConstraintDate="2026-04-01T08:00:00")
    assert plan(mspdi(soon), "a.xml").activity_by_uid[1].constraints == ()


def test_deadline_manual_inactive_and_external_are_kept():
    marked = msp_task(1, Deadline="2026-05-01T17:00:00", Manual=1, Active=0, ExternalTask=1)
    activity = plan(mspdi(marked), "a.xml").activity_by_uid[1]
    assert activity.deadline == datetime(2026, 5, 1, 17)
    assert (activity.manual, activity.active, activity.external) == (True, False, True)


def test_progress_and_stored_slack_are_read():
    started = msp_task(
        1,
        PercentComplete=25,
        ActualStart="2026-03-02T08:00:00",
        RemainingDuration="PT6H0M0S",
        TotalSlack=4800,
        EarlyStart="2026-03-02T08:00:00",
    )
    activity = plan(mspdi(started), "a.xml").activity_by_uid[1]
    assert (activity.percent_complete, activity.remaining, activity.is_started) == (25, 360, True)
    assert activity.stored is not None
    assert (activity.stored.total_float, activity.stored.early_start) == (480, datetime(2026, 3, 2, 8))


def test_a_finish_of_an_unfinished_task_is_left_out_with_a_problem():
    odd = msp_task(1, PercentComplete=0, ActualStart="2000-01-01T00:00:00", ActualFinish="2000-01-01T00:00:00")
    assert not plan(mspdi(odd), "a.xml").activity_by_uid[1].is_started
    assert "task 1 'Task 1': It has an actual finish but is 0 % complete" in problems(mspdi(odd), "a.xml")


def test_baseline_zero_is_the_baseline():
    baselines = (
        "<Baseline><Number>1</Number><Start>2025-01-01T08:00:00</Start></Baseline>"
        "<Baseline><Number>0</Number><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish>"
        "<Duration>PT16H0M0S</Duration><Cost>150000</Cost></Baseline>"
    )
    activity = plan(mspdi(msp_task(1, baselines)), "a.xml").activity_by_uid[1]
    assert activity.baseline == Baseline(datetime(2026, 3, 2, 8), datetime(2026, 3, 3, 17), 960, 1500)


def test_assignments_have_work_and_cost_but_placeholders_are_none():
    rest = (
        "<Resources><Resource><UID>3</UID><Name>Crew</Name><Type>1</Type></Resource>"
        "<Resource><UID>4</UID><Name>Concrete</Name><Type>0</Type></Resource></Resources><Assignments>"
        "<Assignment><TaskUID>1</TaskUID><ResourceUID>3</ResourceUID><Work>PT8H0M0S</Work><Cost>40000</Cost></Assignment>"
        "<Assignment><TaskUID>1</TaskUID><ResourceUID>4</ResourceUID><Work>PT12H0M0S</Work><Cost>9000</Cost></Assignment>"
        "<Assignment><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID><Work>PT8H0M0S</Work></Assignment></Assignments>"
    )
    schedule = plan(mspdi(rest=rest), "a.xml")
    assert [(each.resource, each.work, each.cost) for each in schedule.assignments] == [(3, 480, 400), (4, 0, 90)]
    assert [each.kind for each in schedule.resources] == ["work", "material"]


def test_a_task_calendar_that_is_missing_falls_back_with_a_problem():
    data = mspdi(msp_task(1, CalendarUID=8))
    assert plan(data, "a.xml").activity_by_uid[1].calendar is None
    assert "Calendar 8 is not usable" in problems(data, "a.xml")


def test_a_calendar_takes_from_its_base_what_it_does_not_say():
    off = msp_exception("2026-04-03T00:00:00", "2026-04-03T23:59:59")
    derived = msp_calendar(2, base=1, days=msp_weekday(7, ("09:00:00", "13:00:00")))
    schedule = plan(mspdi(calendars=msp_calendar(1, off) + derived), "a.xml")
    calendar = schedule.calendar_by_uid[2]
    assert calendar.week[0] == ((480, 720), (780, 1020))
    assert calendar.week[5] == ((540, 780),)
    assert [each.first for each in calendar.exceptions] == [date(2026, 4, 3)]


def test_an_old_exception_is_a_day_of_type_zero():
    old = msp_weekday(0, ("08:00:00", "12:00:00"), period=("2026-12-24T00:00:00", "2026-12-24T23:59:59"))
    week = "".join(msp_weekday(day, ("08:00:00", "17:00:00")) for day in range(2, 7))
    (calendar,) = plan(mspdi(calendars=msp_calendar(1, days=week + old)), "a.xml").calendars
    assert [(each.first, each.windows) for each in calendar.exceptions] == [(date(2026, 12, 24), ((480, 720),))]


def test_hours_that_end_at_midnight_last_until_midnight():
    week = "".join(msp_weekday(day, ("00:00:00", "00:00:00")) for day in range(1, 8))
    (calendar,) = plan(mspdi(calendars=msp_calendar(1, days=week)), "a.xml").calendars
    assert calendar.week == (((0, 1440),),) * 7


YEAR = ("2026-01-01T00:00:00", "2027-12-31T23:59:59")
QUARTER = ("2026-01-01T00:00:00", "2026-03-31T23:59:59")


@pytest.mark.parametrize(
    ("period", "fields", "days"),
    [
        (("2026-01-05T00:00:00", "2026-01-10T23:59:59"), {"Type": 1, "Period": 2}, ["01-05", "01-07", "01-09"]),
        (YEAR, {"Type": 2, "Month": 11, "MonthDay": 25}, ["12-25", "12-25"]),
        (YEAR, {"Type": 3, "Month": 10, "MonthItem": 7, "MonthPosition": 3}, ["11-26", "11-25"]),
        (QUARTER, {"Type": 4, "MonthDay": 31}, ["01-31", "03-31"]),
        (QUARTER, {"Type": 5, "MonthItem": 8, "MonthPosition": 4}, ["01-30", "02-27", "03-27"]),
        (
            ("2026-03-02T00:00:00", "2026-03-31T23:59:59"),
            {"Type": 6, "DaysOfWeek": 2 + 32, "Period": 2},
            ["03-02", "03-06", "03-16", "03-20", "03-30"],
        ),
        (YEAR, {"Type": 4, "MonthDay": 1, "Occurrences": 2, "EnteredByOccurrences": 1}, ["01-01", "02-01"]),
    ],
    ids=["daily", "yearly by day", "yearly by position", "monthly", "last Friday", "every second week", "twice"],
)
def test_recurring_exceptions_fall_on_their_days(period: tuple[str, str], fields: dict[str, object], days: list[str]):
    calendars = msp_calendar(1, msp_exception(*period, **fields))
    (calendar,) = plan(mspdi(calendars=calendars), "a.xml").calendars
    assert [f"{each.first:%m-%d}" for each in calendar.exceptions] == days


def test_a_work_week_changes_the_days_it_names_while_it_lasts():
    week = (
        "<WorkWeeks><WorkWeek><TimePeriod><FromDate>2026-07-06T00:00:00</FromDate><ToDate>2026-07-12T23:59:59</ToDate>"
        f"</TimePeriod><WeekDays>{msp_weekday(2, ('06:00:00', '14:00:00'))}</WeekDays></WorkWeek></WorkWeeks>"
    )
    (calendar,) = plan(mspdi(calendars=msp_calendar(1, week)), "a.xml").calendars
    assert [(each.first, each.windows) for each in calendar.exceptions] == [(date(2026, 7, 6), ((360, 840),))]


def test_progress_without_a_status_date_is_a_problem():
    started = mspdi(msp_task(1, PercentComplete=10, ActualStart="2026-03-02T08:00:00"))
    assert "has no status date" in problems(started, "a.xml")
    assert problems(mspdi(), "a.xml") == ""


def test_a_plan_scheduled_from_its_finish_is_a_problem():
    backward = mspdi(project="<ScheduleFromStart>0</ScheduleFromStart>")
    assert "backward from its finish date" in problems(backward, "a.xml")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"Duration": "5 days"}, "task 1 'Task 1', element Duration: '5 days' is not a duration"),
        ({"Start": "soon"}, "task 1 'Task 1', element Start: 'soon' is not a date and time"),
        ({"Start": "0203-01-01T08:00:00"}, "element Start: The year 203 cannot be right"),
        ({"UID": "1.5"}, "element UID: '1.5' is not a whole number"),
        ({"UID": "x"}, "element UID: 'x' is not a number"),
        ({"Duration": "PT99999999H0M0S"}, "element Duration: 'PT99999999H0M0S' is more than 200 years"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_by_its_place(fields: dict[str, object], message: str):
    assert message in refusal(mspdi(msp_task(1, **fields)), "a.xml")


def test_a_file_that_breaks_off_is_refused_by_its_line():
    data = mspdi()
    assert "line 1, column" in refusal(data[: len(data) // 2], "a.xml")
    assert "breaks off or is damaged" in refusal(data[: len(data) // 2], "a.xml")


def test_entities_are_refused():
    bomb = mspdi().replace(b"<Project ", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Project ', 1)
    assert "defines entities" in refusal(bomb.replace(b"Riverside", b"&b;"), "a.xml")


def test_an_encoding_nobody_knows_is_refused():
    assert "encoding that cannot be read" in refusal(mspdi().replace(b"UTF-8", b"klingon"), "a.xml")


def test_a_file_without_tasks_is_refused():
    assert "The file has no tasks" in refusal(mspdi(" "), "a.xml")


def test_the_format_is_named():
    assert file(mspdi(), "a.xml").format == "Microsoft Project XML"


def test_a_resource_has_a_calendar_and_units_and_an_assignment_a_share():
    people = (
        "<Resource><UID>3</UID><Name>Crew</Name><Type>1</Type><MaxUnits>2.00</MaxUnits><CalendarUID>4</CalendarUID></Resource>"
        "<Resource><UID>5</UID><Name>Concrete</Name><Type>0</Type><MaxUnits>1</MaxUnits><CalendarUID>77</CalendarUID></Resource>"
    )
    parts = (
        "<Assignment><TaskUID>1</TaskUID><ResourceUID>3</ResourceUID><Work>PT4H0M0S</Work><Units>0.5</Units></Assignment>"
        "<Assignment><TaskUID>1</TaskUID><ResourceUID>5</ResourceUID><Work>PT4H0M0S</Work><Units>12</Units></Assignment>"
    )
    rest = f"<Resources>{people}</Resources><Assignments>{parts}</Assignments>"
    schedule = plan(mspdi(calendars=msp_calendar(1) + msp_calendar(4, base=1), rest=rest), "plan.xml")
    assert [(each.calendar, each.max_units) for each in schedule.resources] == [(4, 2.0), (None, None)]
    assert [each.units for each in schedule.assignments] == [0.5, None]
