"""MPXJ's JSON is read with its units, its silences and its recurring exceptions."""

from datetime import date, datetime
from typing import Any

import pytest

from engine.readers.reading import file, plan, problems, refusal
from engine.readers.written_json import json_calendar, json_link, json_task, mpxj_json
from plumbline.engine.readers import read
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    ConstraintKind,
    Dialect,
    LagCalendar,
    LinkKind,
    ProgressRule,
    Schedule,
)

MONDAY, WEDNESDAY = "2026-06-01T08:00:00.0", "2026-06-03T08:00:00.0"


def schedule(*tasks: dict[str, Any], **parts: Any) -> Schedule:
    return plan(mpxj_json(*tasks, **parts), "plan.json")


def activity(**fields: Any) -> Activity:
    return schedule(json_task(1, **fields)).activities[0]


def test_durations_are_seconds_in_the_file():
    assert activity(hours=16).duration == 960


def test_a_silence_about_remaining_work_is_filled_from_percent_complete():
    assert activity(percent_complete=25.0).remaining == 720
    assert activity(percent_complete=25.0, remaining_duration=600).remaining == 10


def test_a_finished_task_has_nothing_left():
    done = activity(actual_start=MONDAY, actual_finish=WEDNESDAY, percent_complete=100.0)
    assert (done.remaining, done.percent_complete, done.is_complete) == (0, 100.0, True)


def test_a_finish_of_unfinished_work_is_not_believed_and_told():
    data = mpxj_json(json_task(1, actual_start=MONDAY, actual_finish=WEDNESDAY, remaining_duration=3600))
    assert not plan(data, "plan.json").activities[0].is_complete
    assert "actual finish but is 0 % complete" in problems(data, "plan.json")


def test_a_task_is_active_and_automatic_unless_the_file_says_otherwise():
    assert activity().active
    assert not activity().manual
    assert not activity(active=False).active
    assert activity(task_mode="MANUALLY_SCHEDULED").manual


def test_an_external_task_keeps_its_dates_and_its_link():
    plan = schedule(
        json_task(7, external_task=True, start=MONDAY, finish=WEDNESDAY),
        json_task(8, predecessors=[json_link(7, 8)]),
    )
    assert plan.activities[0].external
    assert [(each.predecessor, each.successor) for each in plan.links] == [(7, 8)]


@pytest.mark.parametrize(
    ("fields", "lag", "elapsed"),
    [
        ({"lag": 28_800}, 480, False),
        ({"lag": -28_800, "lag_units": "h"}, -480, False),
        ({"lag": 86_400, "lag_units": "ed"}, 1440, True),
        ({"lag": 3_000, "lag_units": "%"}, 480, False),
        ({"lag": -4_500, "lag_units": "%"}, -720, False),
        ({"lag": 3_000, "lag_units": "e%"}, 480, True),
    ],
)
def test_a_lag_is_seconds_or_a_percentage_of_the_predecessor(fields: dict[str, Any], lag: int, elapsed: bool):
    (link,) = schedule(json_task(1), json_task(2, predecessors=[json_link(1, 2, **fields)])).links
    assert (link.lag, link.elapsed) == (lag, elapsed)


@pytest.mark.parametrize("kind", LinkKind)
def test_every_kind_of_link_is_read(kind: LinkKind):
    (link,) = schedule(json_task(1), json_task(2, predecessors=[json_link(1, 2, type=kind.value)])).links
    assert link.kind is kind


def test_a_link_from_a_missing_task_is_left_out_and_told():
    data = mpxj_json(json_task(2, predecessors=[json_link(1, 2)]))
    assert plan(data, "plan.json").links == ()
    assert "comes from task 1, which is not in the file" in problems(data, "plan.json")


def test_a_blank_line_is_no_task():
    plan = schedule(json_task(1), {"unique_id": 2, "id": 2, "active": True, "null": True}, json_task(3))
    assert [each.uid for each in plan.activities] == [1, 3]


def test_a_task_with_tasks_below_is_a_summary():
    plan = schedule(json_task(1), json_task(2, parent_task_unique_id=1))
    assert [each.is_summary for each in plan.activities] == [True, False]
    assert plan.activities[1].parent == 1


@pytest.mark.parametrize("kind", [each for each in ConstraintKind if each is not ConstraintKind.AS_LATE_AS_POSSIBLE])
def test_every_kind_of_constraint_is_read(kind: ConstraintKind):
    (constraint,) = activity(constraint_type=kind.name, constraint_date=MONDAY).constraints
    assert (constraint.kind, constraint.date) == (kind, datetime(2026, 6, 1, 8))


def test_a_constraint_without_its_date_is_left_out_and_told():
    data = mpxj_json(json_task(1, constraint_type="MUST_START_ON"))
    assert plan(data, "plan.json").activities[0].constraints == ()
    assert "'must start on' has no date" in problems(data, "plan.json")


def test_where_late_dates_are_stored_a_float_left_out_is_zero():
    assert activity(late_finish=WEDNESDAY).stored.total_float == 0
    assert activity(late_finish=WEDNESDAY, total_slack=-3600).stored.total_float == -60
    assert activity().stored.total_float is None


def test_units_are_percentages_in_the_file():
    plan = schedule(
        json_task(1),
        resources=[
            {"unique_id": 3, "name": "Crane", "type": "WORK", "max_units": 250.0, "calendar_unique_id": 1},
            {"unique_id": 4, "name": "Steel", "type": "MATERIAL"},
            {"unique_id": 5, "type": "WORK"},
        ],
        assignments=[
            {"task_unique_id": 1, "resource_unique_id": 3, "work": 28_800, "assignment_units": 50.0, "cost": 12.5},
            {"task_unique_id": 1, "resource_unique_id": 4, "work": 3_600},
            {"task_unique_id": 1, "work": 3_600},
        ],
    )
    assert [(each.name, each.kind, each.max_units) for each in plan.resources] == [
        ("Crane", "work", 2.5),
        ("Steel", "material", None),
    ]
    assert [(each.resource, each.work, each.units, each.cost) for each in plan.assignments] == [
        (3, 480, 0.5, 12.5),
        (4, 0, None, 0.0),
    ]


def test_a_duration_that_only_the_clock_explains_is_elapsed():
    weekend = {"hours": 48, "start": "2026-06-05T17:00:00.0", "finish": "2026-06-07T17:00:00.0"}
    assert activity(**weekend).elapsed
    assert not activity(hours=4, start=MONDAY, finish="2026-06-01T12:00:00.0").elapsed


def test_a_duration_that_the_calendar_of_its_resource_explains_is_not_elapsed():
    around = {"type": "working", "hours": [{"from": "00:00", "to": "00:00"}]}
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    plan = schedule(
        json_task(1, hours=48, start="2026-06-05T17:00:00.0", finish="2026-06-07T17:00:00.0"),
        calendars=[json_calendar(1), json_calendar(2, **dict.fromkeys(days, around))],
        resources=[{"unique_id": 3, "name": "Pump", "type": "WORK", "calendar_unique_id": 2}],
        assignments=[{"task_unique_id": 1, "resource_unique_id": 3}],
    )
    assert not plan.activities[0].elapsed


def exceptions(**recurrence: Any) -> list[date]:
    calendar = json_calendar(1, {"type": "non_working", "recurrence": recurrence})
    return [each.first for each in schedule(json_task(1), calendars=[calendar]).calendars[0].exceptions]


SUMMER = {"start_date": "2026-06-01", "finish_date": "2026-08-31", "use_end_date": True}


def test_an_exception_every_second_friday_falls_on_those_days():
    days = exceptions(type="weekly", frequency=2, weekly_days=["friday"], **SUMMER)
    assert days[:3] == [date(2026, 6, 5), date(2026, 6, 19), date(2026, 7, 3)]


def test_an_exception_on_a_day_of_the_month_falls_on_it():
    assert exceptions(type="monthly", day_number=15, **SUMMER) == [date(2026, month, 15) for month in (6, 7, 8)]


def test_an_exception_on_the_last_monday_of_a_month_falls_on_it():
    days = exceptions(type="monthly", relative=True, day_number=5, weekly_days=["monday"], **SUMMER)
    assert days == [date(2026, 6, 29), date(2026, 7, 27), date(2026, 8, 31)]


def test_an_exception_every_year_ends_after_its_occurrences():
    days = exceptions(type="yearly", month_number=12, day_number=25, start_date="2026-01-01", occurrences=3)
    assert days == [date(year, 12, 25) for year in (2026, 2027, 2028)]


def test_a_single_exception_goes_before_a_recurring_one():
    calendar = json_calendar(
        1,
        {"type": "working", "from": "2026-06-05", "to": "2026-06-05", "hours": [{"from": "08:00", "to": "10:00"}]},
        {"type": "non_working", "recurrence": {"type": "weekly", "weekly_days": ["friday"], **SUMMER}},
    )
    last = schedule(json_task(1), calendars=[calendar]).calendars[0].exceptions[-1]
    assert (last.first, last.windows) == (date(2026, 6, 5), ((480, 600),))


def test_another_week_for_a_while_becomes_exceptions():
    week = {"effective_from": "2026-06-01", "effective_to": "2026-06-07", "monday": {"type": "non_working"}}
    plan = schedule(json_task(1), calendars=[json_calendar(1, working_weeks=[week])])
    assert [(each.first, each.windows) for each in plan.calendars[0].exceptions] == [(date(2026, 6, 1), ())]


def test_a_day_left_to_the_calendar_above_comes_from_it():
    above = json_calendar(2, monday={"type": "non_working"})
    below = json_calendar(1, parent_unique_id=2, monday={"type": "default"})
    assert schedule(json_task(1), calendars=[below, above]).calendars[0].week[0] == ()


def test_plans_of_primavera_follow_its_conventions_and_have_no_baseline_of_their_own():
    plan = schedule(
        json_task(1, activity_id="A10", activity_type="START_MILESTONE", baseline_start=MONDAY),
        properties={
            "file_application": "Primavera",
            "planned_start": MONDAY,
            "status_date": WEDNESDAY,
            "relationship_lag_calendar": "TWENTY_FOUR_HOUR",
            "scheduling_progressed_activities": "PROGRESS_OVERRIDE",
        },
    )
    assert plan.dialect is Dialect.P6
    assert plan.options.lag_calendar is LagCalendar.ALWAYS
    assert plan.options.progress is ProgressRule.PROGRESS_OVERRIDE
    assert plan.data_date == datetime(2026, 6, 3, 8)
    (only,) = plan.activities
    assert (only.id, only.kind, only.baseline) == ("A10", ActivityKind.START_MILESTONE, None)


def test_a_plan_scheduled_backward_is_told():
    data = mpxj_json(json_task(1), properties={"schedule_from": "FINISH"})
    assert "scheduled backward from its finish date" in problems(data, "plan.json")


def test_a_plan_without_a_name_has_that_of_its_file():
    assert file(mpxj_json(json_task(1), properties={"project_title": None}), "Quay.json").schedules[0].name == "Quay"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (mpxj_json(json_task(1))[:-20], "damaged or breaks off"),
        (mpxj_json(), "The plan has no tasks"),
        (mpxj_json(json_task(1, duration="long")), "tasks 1 'Task 1', duration: 'long' is not a number"),
        (mpxj_json(json_task(1, start="soon")), "'soon' is not a date and time"),
        (mpxj_json(json_task(1, start="1026-06-01T08:00:00.0")), "the year 1026 cannot be right"),
        (mpxj_json(json_task(1), json_task(1)), "the unique id 1"),
        (mpxj_json(json_task(1, predecessors=[json_link(1, 1, type="XX")])), "'XX' is not a kind of link"),
        (mpxj_json(json_task(1, predecessors="2")), "It is no list of objects"),
        (mpxj_json({"name": "nameless"}), "An id is missing here"),
        (mpxj_json(json_task(1), calendars=[json_calendar(1), json_calendar(1)]), "two calendars have this id"),
        (mpxj_json(json_task(1, duration=float("nan"))), "damaged or breaks off"),
        (b'{"property_values":' + b"[" * 100_000, "damaged or breaks off"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data: bytes, words: str):
    assert words.lower() in refusal(data, "plan.json").lower()


def test_other_json_is_not_taken_for_a_plan():
    assert "no plan in a format that can be read" in refusal(b'{"tasks": []}', "plan.json")


def test_spaces_and_lines_around_the_beginning_do_not_matter():
    assert read(mpxj_json(json_task(1)).replace(b'{"property', b'{\n  "property', 1), "plan.json").schedules
