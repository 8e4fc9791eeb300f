"""How the cells of a table are read, and which are refused."""

from datetime import datetime

import pytest

from engine.readers.reading import plan, problems, refusal
from engine.readers.written_plans import SMALL_TABLE, table_with
from plumbline.engine.schedule import (
    ConstraintKind,
)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("5", 2400),
        ("5d", 2400),
        ("2,5 d", 1200),
        ("4h", 240),
        ("30 min", 30),
        ("1 wk", 2400),
        ("1mo", 9600),
        ("3 days?", 1440),
    ],
)
def test_durations_may_have_units(text: str, minutes: int):
    assert plan(f'id;name;duration;start\n1;Survey;"{text}";2026-03-02\n', "a.csv").activities[0].duration == minutes


def test_an_elapsed_duration_counts_around_the_clock():
    activity = plan(SMALL_TABLE.replace("2w", "3ed"), "a.csv").activity_by_uid["A20"]
    assert (activity.duration, activity.elapsed) == (4320, True)


def test_a_duration_follows_from_start_and_finish():
    schedule = plan("id,name,start,finish\n1,Survey,2026-03-06,2026-03-09\n", "a.csv")
    assert schedule.activities[0].duration == 960


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("A10", [("A10", "FS", 0, False)]),
        ("A10FS+2d", [("A10", "FS", 960, False)]),
        ("A10 SS - 1w; B-20FF", [("A10", "SS", -2400, False), ("B-20", "FF", 0, False)]),
        ("A10,B-20", [("A10", "FS", 0, False), ("B-20", "FS", 0, False)]),
        ("B-20-2d", [("B-20", "FS", -960, False)]),
        ("a10sf+3ed".replace("a10", "A10"), [("A10", "SF", 4320, True)]),
        ("A10FF+50%", [("A10", "FF", 1200, False)]),
        ("A10: FS+2 days", [("A10", "FS", 960, False)]),
        ("", []),
    ],
)
def test_predecessors_name_kind_and_lag(text: str, links: list[tuple[str, str, int, bool]]):
    table = f'id,name,duration,start,predecessors\nA10,Survey,5,2026-03-02,\nB-20,Permit,5,,\nC,Build,5,,"{text}"\n'
    found = [(each.predecessor, each.kind, each.lag, each.elapsed) for each in plan(table, "a.csv").links]
    assert found == links


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-13",
        "2026-04-13 08:00",
        "2026-04-13T08:00:00",
        "2026/04/13",
        "13.04.2026",
        "13.4.26",
        "13 April 2026",
        "13-Apr-26",
        "Apr 13, 2026",
        "Mon Apr 13, 2026",
        "Monday, 13 April 2026",
        "Mon 13/04/26",
        "4/13/2026 8:00 AM",
    ],
)
def test_dates_that_can_only_mean_one_day_are_read(text: str):
    schedule = plan(f'id,name,duration,start\n1,Survey,5,"{text}"\n', "a.csv")
    assert schedule.activities[0].planned_start == datetime(2026, 4, 13, 8)


def test_one_clear_date_settles_the_others():
    table = "id,name,duration,start\n1,Survey,5,03/04/2026\n2,Design,5,25/04/2026\n"
    assert plan(table, "a.csv").activities[0].planned_start == datetime(2026, 4, 3, 8)


def test_progress_without_actual_dates_takes_the_planned_ones_with_a_problem():
    table = "id,name,start,finish,percent complete\n1,Survey,2026-03-02,2026-03-06,100\n"
    (activity,) = plan(table, "a.csv").activities
    assert activity.is_complete
    assert "row 2: It is 100 % complete but has no actual finish; its finish was taken." in problems(table, "a.csv")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SNET", ConstraintKind.START_NO_EARLIER_THAN),
        ("Finish On or Before", ConstraintKind.FINISH_NO_LATER_THAN),
        ("Must Start On", ConstraintKind.MUST_START_ON),
        ("mandatory_finish", ConstraintKind.MUST_FINISH_ON),
    ],
)
def test_constraints_are_read_by_any_of_their_names(text: str, kind: ConstraintKind):
    table = f"id,name,duration,start,constraint,constraint date\n1,Survey,5,2026-03-02,{text},2026-04-01\n"
    (constraint,) = plan(table, "a.csv").activities[0].constraints
    assert constraint.kind is kind
    assert constraint.date is not None
    assert constraint.date.hour == (17 if "finish" in kind else 8)


def test_a_predecessor_that_is_no_row_is_refused_by_its_place():
    assert "row 3, column predecessors: 'A99FS' is no id of this table" in refusal(
        SMALL_TABLE.replace(",A10\n", ",A99FS\n"), "a.csv"
    )


def test_a_date_that_could_be_two_is_refused_with_what_to_write():
    message = refusal(SMALL_TABLE.replace("2026-03-02", "03/04/2026"), "a.csv")
    assert message.startswith("row 2, column start: '03/04/2026' can be two dates")
    assert "2026-03-31 (year-month-day)" in message


def test_a_constraint_without_a_date_is_refused():
    assert "the constraint 'must start on' needs a date" in refusal(table_with("constraint", "MSO"), "a.csv").lower()


def test_every_cell_that_cannot_be_read_is_named_at_once():
    table = "id,name,duration,start\n1,Survey,long,2026-03-02\n2,Design,5,2026-13-01\n2,Build,5,\n"
    found = refusal(table.replace("2,Build", "3,Build"), "a.csv").splitlines()
    assert sorted(each.partition(":")[0] for each in found) == ["row 2, column duration", "row 3, column start"]
    assert "'2' is the id of row 3 too" in refusal(table, "a.csv")


def test_a_table_without_heads_is_refused_with_what_they_are():
    assert "No row of the table names its columns" in refusal("1,Survey,5\n", "a.csv")


def test_a_table_of_heads_only_is_refused():
    assert "no activities below the heads" in refusal("id,name,duration,start\n", "a.csv")


def test_a_table_without_any_date_is_refused_with_what_to_add():
    assert "project start, 2026-03-02" in refusal("id,name,duration\n1,Survey,5\n", "a.csv")


def test_an_id_like_a_wbs_summary_is_refused_and_not_walked_in_circles():
    table = "id,name,duration,start,wbs\nwbs-A,Survey,5,2026-03-02,A\n2,Design,5,2026-03-02,A\n"
    assert "row 2, column id: 'wbs-A' is how the WBS element is called" in refusal(table, "a.csv")
