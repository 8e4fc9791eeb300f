"""What is read from a Primavera P6 export."""

from datetime import datetime

import pytest

from engine.readers.reading import file, plan, problems, refusal
from engine.readers.written_plans import PROJECT, WBS, link, task, xer
from plumbline.engine.schedule import (
    ActivityKind,
    Constraint,
    ConstraintKind,
    CriticalBy,
    Dialect,
    FloatKind,
    LagCalendar,
    Link,
    LinkKind,
    ProgressRule,
)


def test_a_project_keeps_its_name_dates_and_currency():
    schedule = plan(
        xer(
            PROJECT=[PROJECT | {"plan_end_date": "2026-12-18 17:00", "critical_drtn_hr_cnt": 16}],
            CURRTYPE=[{"curr_id": 15, "curr_short_name": "EUR"}],
        ),
        "bridge.xer",
    )
    assert (schedule.name, schedule.id, schedule.uid) == ("Riverside bridge", "BRG", 1)
    assert schedule.dialect is Dialect.P6
    assert schedule.start == datetime(2026, 3, 2, 8)
    assert schedule.data_date == datetime(2026, 3, 20, 8)
    assert schedule.must_finish_by == datetime(2026, 12, 18, 17)
    assert schedule.options.critical_at_or_below == 960
    assert schedule.currency == "EUR"


def test_hours_become_minutes():
    schedule = plan(xer(TASK=[task(1, target_drtn_hr_cnt="12.5", remain_drtn_hr_cnt="12.5")]), "a.xer")
    assert schedule.activity_by_uid[1].duration == 750


def test_a_decimal_comma_is_understood():
    schedule = plan(xer(TASK=[task(1, target_drtn_hr_cnt="1.012,5", remain_drtn_hr_cnt="1.012,5")]), "a.xer")
    assert schedule.activity_by_uid[1].duration == 60_750


@pytest.mark.parametrize("break_", ["\x7f\x7f", "\n"])
def test_a_name_with_a_line_break_is_put_on_one_line(break_: str):
    schedule = plan(xer(TASK=[task(1, task_name=f"Pour{break_}piers")]), "a.xer")
    assert schedule.activity_by_uid[1].name == "Pour piers"


def test_wbs_elements_are_summaries_before_what_is_under_them():
    child = {
        "wbs_id": 10,
        "proj_id": 1,
        "parent_wbs_id": 9,
        "seq_num": 2,
        "wbs_short_name": "PIER",
        "wbs_name": "Piers",
    }
    schedule = plan(xer(PROJWBS=[child, WBS], TASK=[task(1, wbs_id=10), task(2)]), "a.xer")
    assert [(each.uid, each.id, each.parent, each.kind) for each in schedule.activities] == [
        ("wbs-9", "BRG", None, ActivityKind.SUMMARY),
        (2, "A2", "wbs-9", ActivityKind.TASK),
        ("wbs-10", "BRG.PIER", "wbs-9", ActivityKind.SUMMARY),
        (1, "A1", "wbs-10", ActivityKind.TASK),
    ]


def test_a_circle_in_the_wbs_is_opened_with_a_problem():
    above_itself = WBS | {"parent_wbs_id": 9}
    assert "above itself" in problems(xer(PROJWBS=[above_itself]), "a.xer")
    assert plan(xer(PROJWBS=[above_itself]), "a.xer").activity_by_uid[1].parent == "wbs-9"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("TT_Task", ActivityKind.TASK),
        ("TT_Rsrc", ActivityKind.TASK),
        ("TT_Mile", ActivityKind.START_MILESTONE),
        ("TT_FinMile", ActivityKind.FINISH_MILESTONE),
        ("TT_LOE", ActivityKind.LEVEL_OF_EFFORT),
        ("TT_WBS", ActivityKind.LEVEL_OF_EFFORT),
    ],
)
def test_activity_types(code: str, kind: ActivityKind):
    assert plan(xer(TASK=[task(1, task_type=code)]), "a.xer").activity_by_uid[1].kind is kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("CS_MSOA", ConstraintKind.START_NO_EARLIER_THAN),
        ("CS_MEOA", ConstraintKind.FINISH_NO_EARLIER_THAN),
        ("CS_MSOB", ConstraintKind.START_NO_LATER_THAN),
        ("CS_MEOB", ConstraintKind.FINISH_NO_LATER_THAN),
        ("CS_MSO", ConstraintKind.START_ON),
        ("CS_MEO", ConstraintKind.FINISH_ON),
        ("CS_MANDSTART", ConstraintKind.MUST_START_ON),
        ("CS_MANDFIN", ConstraintKind.MUST_FINISH_ON),
    ],
)
def test_constraint_codes(code: str, kind: ConstraintKind):
    constrained = task(1, cstr_type=code, cstr_date="2026-04-01 08:00")
    assert plan(xer(TASK=[constrained]), "a.xer").activity_by_uid[1].constraints == (
        Constraint(kind, datetime(2026, 4, 1, 8)),
    )


def test_both_constraints_of_an_activity_are_read():
    both = task(1, cstr_type="CS_MSOA", cstr_date="2026-04-01 08:00", cstr_type2="CS_ALAP", cstr_date2="")
    kinds = [each.kind for each in plan(xer(TASK=[both]), "a.xer").activity_by_uid[1].constraints]
    assert kinds == [ConstraintKind.START_NO_EARLIER_THAN, ConstraintKind.AS_LATE_AS_POSSIBLE]


def test_a_constraint_without_a_date_is_left_out_with_a_problem():
    data = xer(TASK=[task(1, cstr_type="CS_MSO")])
    assert plan(data, "a.xer").activity_by_uid[1].constraints == ()
    assert "activity A1: The constraint 'CS_MSO' has no date" in problems(data, "a.xer")


def test_links_have_kind_and_lag():
    rows = [link(1, 2, pred_type="PR_SS", lag_hr_cnt=16), link(1, 2, pred_type="PR_FF", lag_hr_cnt=-8)]
    assert plan(xer(TASK=[task(1), task(2)], TASKPRED=rows), "a.xer").links == (
        Link(1, 2, LinkKind.START_START, 960),
        Link(1, 2, LinkKind.FINISH_FINISH, -480),
    )


def test_a_link_to_another_project_is_left_out_with_a_problem():
    data = xer(TASKPRED=[link(77, 1, pred_proj_id=2)])
    assert plan(data, "a.xer").links == ()
    assert "activity 77 of another project" in problems(data, "a.xer")


@pytest.mark.parametrize(
    ("code", "calendar"),
    [
        ("rcal_Predecessor", LagCalendar.PREDECESSOR),
        ("rcal_Successor", LagCalendar.SUCCESSOR),
        ("rcal_24Hour", LagCalendar.ALWAYS),
        ("rcal_ProjDefault", LagCalendar.PROJECT),
    ],
)
def test_the_lag_calendar_is_what_the_options_say(code: str, calendar: LagCalendar):
    options = [{"proj_id": 1, "sched_calendar_on_relationship_lag": code}]
    assert plan(xer(SCHEDOPTIONS=options), "a.xer").options.lag_calendar is calendar


@pytest.mark.parametrize(
    ("retained", "override", "rule"),
    [
        ("Y", "N", ProgressRule.RETAINED_LOGIC),
        ("N", "Y", ProgressRule.PROGRESS_OVERRIDE),
        ("N", "N", ProgressRule.ACTUAL_DATES),
    ],
)
def test_the_progress_rule_is_what_the_options_say(retained: str, override: str, rule: ProgressRule):
    options = [{"proj_id": 1, "sched_retained_logic": retained, "sched_progress_override": override}]
    assert plan(xer(SCHEDOPTIONS=options), "a.xer").options.progress is rule


def test_the_kind_of_float_is_what_the_options_say():
    options = [{"proj_id": 1, "sched_float_type": "FT_SF"}]
    assert plan(xer(SCHEDOPTIONS=options), "a.xer").options.float_kind is FloatKind.START


def test_critical_by_longest_path_is_kept():
    data = xer(PROJECT=[PROJECT | {"critical_path_type": "CT_DrivPath"}])
    assert plan(data, "a.xer").options.critical_by is CriticalBy.LONGEST_PATH
    assert plan(xer(), "a.xer").options.critical_by is CriticalBy.TOTAL_FLOAT


def test_an_expected_finish_counts_only_if_the_options_use_it():
    expecting = [task(1, expect_end_date="2026-04-30 17:00")]
    used = plan(xer(TASK=expecting, SCHEDOPTIONS=[{"proj_id": 1, "sched_use_expect_end_flag": "Y"}]), "a.xer")
    unused = plan(xer(TASK=expecting, SCHEDOPTIONS=[{"proj_id": 1, "sched_use_expect_end_flag": "N"}]), "a.xer")
    assert used.activity_by_uid[1].expected_finish == datetime(2026, 4, 30, 17)
    assert unused.activity_by_uid[1].expected_finish is None


def test_the_duration_of_a_started_activity_is_work_done_plus_work_left():
    started = task(1, act_start_date="2026-03-16 08:00", remain_drtn_hr_cnt=24)
    activity = plan(xer(TASK=[started]), "a.xer").activity_by_uid[1]
    assert (activity.duration, activity.remaining) == (4 * 480 + 1440, 1440)


def test_a_suspended_time_is_no_work_done():
    suspended = task(
        1,
        act_start_date="2026-03-16 08:00",
        suspend_date="2026-03-17 08:00",
        resume_date="2026-03-19 08:00",
        remain_drtn_hr_cnt=24,
    )
    assert plan(xer(TASK=[suspended]), "a.xer").activity_by_uid[1].duration == 2 * 480 + 1440


def test_percent_complete_follows_the_type_the_activity_has():
    rows = [
        task(1, remain_drtn_hr_cnt=10, act_start_date="2026-03-16 08:00"),
        task(2, complete_pct_type="CP_Phys", phys_complete_pct=30),
        task(3, complete_pct_type="CP_Units", act_work_qty=30, remain_work_qty=10),
        task(4, act_start_date="2026-03-16 08:00", act_end_date="2026-03-17 17:00"),
    ]
    activities = plan(xer(TASK=rows), "a.xer").activity_by_uid
    assert [activities[uid].percent_complete for uid in (1, 2, 3, 4)] == [75, 30, 75, 100]


def test_a_finish_without_a_start_is_read_with_a_problem():
    data = xer(TASK=[task(1, act_end_date="2026-03-10 17:00")])
    assert plan(data, "a.xer").activity_by_uid[1].actual_start == datetime(2026, 3, 10, 17)
    assert "no actual start" in problems(data, "a.xer")


def test_each_project_of_a_file_is_a_plan_of_its_own():
    second = PROJECT | {"proj_id": 2, "proj_short_name": "TUN"}
    whole = file(xer(PROJECT=[PROJECT, second], TASK=[task(1), task(2, proj_id=2, wbs_id="")]), "a.xer")
    assert [(each.name, [a.uid for a in each.activities if not a.is_summary]) for each in whole.schedules] == [
        ("Riverside bridge", [1]),
        ("TUN", [2]),
    ]


def test_a_project_that_is_only_referred_to_is_named_and_left_out():
    referred = PROJECT | {"proj_id": 2, "proj_short_name": "TUN", "export_flag": "N"}
    data = xer(PROJECT=[PROJECT, referred])
    assert len(file(data, "a.xer").schedules) == 1
    assert "Project 'TUN' is only referred to" in problems(data, "a.xer")


def test_a_link_between_two_projects_of_a_file_is_kept_once():
    second = PROJECT | {"proj_id": 2, "proj_short_name": "TUN"}
    across = [link(1, 2, proj_id=2, pred_proj_id=1, lag_hr_cnt=8)]
    data = xer(PROJECT=[PROJECT, second], TASK=[task(1), task(2, proj_id=2, wbs_id="")], TASKPRED=across * 2)
    assert file(data, "a.xer").links_between == (Link(1, 2, LinkKind.FINISH_START, 480),)
    assert [each.links for each in file(data, "a.xer").schedules] == [(), ()]
    assert problems(data, "a.xer") == ""


def test_activities_of_two_projects_with_one_id_are_refused():
    second = PROJECT | {"proj_id": 2, "proj_short_name": "TUN"}
    twice = xer(PROJECT=[PROJECT, second], TASK=[task(1), task(1, proj_id=2, wbs_id="")])
    assert "Activities of two projects have the unique id 1" in refusal(twice, "a.xer")


def test_dates_that_links_outside_the_file_ask_for_are_kept():
    asked = task(1, external_early_start_date="2026-04-01 08:00", external_late_end_date="2026-05-29 17:00")
    activity = plan(xer(TASK=[asked]), "a.xer").activity_by_uid[1]
    assert activity.external_early_start == datetime(2026, 4, 1, 8)
    assert activity.external_late_finish == datetime(2026, 5, 29, 17)
