"""What is read from CSV and XLSX tables."""

import io
from datetime import datetime

import pytest
from openpyxl import Workbook

from engine.readers.reading import file, plan, problems, refusal
from plumbline.engine.schedule import (
    ActivityKind,
    Baseline,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
)

SMALL = "id,name,duration,start,predecessors\nA10,Survey,5,2026-03-02,\nA20,Design,2w,,A10\n"


def row(head: str, cell: str, *, start: str = "2026-03-02") -> str:
    """A table of one activity with one column more."""
    return f'id,name,duration,start,"{head}"\nA10,Survey,5,{start},"{cell}"\n'


def workbook(*rows: list[object], percent: str = "", before: list[list[object]] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    if before is not None:
        for each in before:
            sheet.append(each)
        sheet = book.create_sheet("Plan A")
    for each in rows:
        sheet.append(each)
    if percent:
        sheet[percent].number_format = "0%"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_small_table_is_a_plan_named_like_its_file():
    schedule = plan(SMALL, "folder/riverside bridge.csv")
    assert schedule.name == "riverside bridge"
    assert schedule.start == datetime(2026, 3, 2, 8)
    assert [(each.id, each.name, each.duration) for each in schedule.activities] == [
        ("A10", "Survey", 2400),
        ("A20", "Design", 4800),
    ]
    assert schedule.links == (Link("A10", "A20", LinkKind.FINISH_START, 0),)


def test_lines_above_the_heads_are_settings():
    above = "Project,Riverside bridge\nData date,2026-03-20\nProject start,2026-02-01\nCurrency,EUR\n\n"
    schedule = plan(above + SMALL, "a.csv")
    assert (schedule.name, schedule.currency) == ("Riverside bridge", "EUR")
    assert (schedule.data_date, schedule.start) == (datetime(2026, 3, 20, 17), datetime(2026, 2, 1, 8))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str):
    assert len(plan(SMALL.replace(",", delimiter), "a.csv").activities) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_names_keep_their_letters(encoding: str):
    data = SMALL.replace("Survey", "Größe prüfen").encode(encoding)
    assert plan(data, "a.csv").activities[0].name == "Größe prüfen"


@pytest.mark.parametrize(
    "heads", ["Activity ID,Task Name,Original Duration", "ID,NAME,Duration (days)", "#,task_name,days"]
)
def test_heads_may_be_written_in_many_ways(heads: str):
    assert plan(f"{heads},Start\n1,Survey,5,2026-03-02\n", "a.csv").activities[0].duration == 2400


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
    activity = plan(SMALL.replace("2w", "3ed"), "a.csv").activity_by_uid["A20"]
    assert (activity.duration, activity.elapsed) == (4320, True)


def test_a_duration_follows_from_start_and_finish():
    schedule = plan("id,name,start,finish\n1,Survey,2026-03-06,2026-03-09\n", "a.csv")
    assert schedule.activities[0].duration == 960


def test_without_an_id_column_rows_are_numbered():
    schedule = plan("name,duration,start,predecessors\nSurvey,5,2026-03-02,\nDesign,5,,1FS+1d\n", "a.csv")
    assert schedule.links == (Link("1", "2", LinkKind.FINISH_START, 480),)


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


def test_an_activity_may_have_very_many_predecessors():
    rows = "".join(f"A{number},Pier {number},5,2026-03-02,\n" for number in range(1000, 1400))
    everything = ";".join(f"A{number}FS+1d" for number in range(1000, 1400))
    table = f"id,name,duration,start,predecessors\n{rows}B,Deck,5,,{everything}\n"
    assert len(plan(table, "a.csv").links) == 400


def test_a_predecessor_that_is_no_row_is_refused_by_its_place():
    assert "row 3, column predecessors: 'A99FS' is no id of this table" in refusal(
        SMALL.replace(",A10\n", ",A99FS\n"), "a.csv"
    )


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


def test_a_date_that_could_be_two_is_refused_with_what_to_write():
    message = refusal(SMALL.replace("2026-03-02", "03/04/2026"), "a.csv")
    assert message.startswith("row 2, column start: '03/04/2026' can be two dates")
    assert "2026-03-31 (year-month-day)" in message


def test_one_clear_date_settles_the_others():
    table = "id,name,duration,start\n1,Survey,5,03/04/2026\n2,Design,5,25/04/2026\n"
    assert plan(table, "a.csv").activities[0].planned_start == datetime(2026, 4, 3, 8)


def test_a_start_begins_and_a_finish_ends_a_day():
    schedule = plan("id,name,start,finish\n1,Survey,2026-03-02,2026-03-03\n", "a.csv")
    assert schedule.activities[0].planned_start == datetime(2026, 3, 2, 8)
    assert schedule.activities[0].planned_finish == datetime(2026, 3, 3, 17)


def test_what_nothing_comes_before_keeps_its_start():
    table = (
        "id,name,duration,start,predecessors\n1,Survey,5,2026-03-02,\n2,Permit,5,2026-06-01,\n3,Build,5,2026-07-01,2\n"
    )
    constraints = [each.constraints for each in plan(table, "a.csv").activities]
    assert constraints[1] == (Constraint(ConstraintKind.START_NO_EARLIER_THAN, datetime(2026, 6, 1, 8)),)
    assert constraints[2] == ()


def test_outline_levels_make_the_tree():
    table = "id,name,duration,start,outline level\n1,Bridge,,2026-03-02,1\n2,Piers,5,2026-03-02,2\n3,Deck,5,,2\n"
    activities = plan(table, "a.csv").activities
    assert [(each.uid, each.parent, each.is_summary) for each in activities] == [
        ("1", None, True),
        ("2", "1", False),
        ("3", "1", False),
    ]


def test_own_wbs_numbers_make_the_tree():
    table = "id,name,duration,start,wbs\n1,Bridge,,2026-03-02,1\n2,Piers,5,2026-03-02,1.1\n3,Deck,5,,1.2\n"
    assert [each.parent for each in plan(table, "a.csv").activities] == [None, "1", "1"]


def test_shared_wbs_codes_become_summaries():
    table = "id,name,duration,start,wbs\n1,Pier A,5,2026-03-02,BRG.PIER\n2,Deck,5,,BRG.DECK\n3,Pier B,5,,BRG.PIER\n"
    activities = plan(table, "a.csv").activities
    assert [(each.uid, each.parent) for each in activities] == [
        ("wbs-BRG", None),
        ("wbs-BRG.PIER", "wbs-BRG"),
        ("1", "wbs-BRG.PIER"),
        ("3", "wbs-BRG.PIER"),
        ("wbs-BRG.DECK", "wbs-BRG"),
        ("2", "wbs-BRG.DECK"),
    ]


def test_progress_is_read():
    heads = "id,name,duration,start,% complete,actual start,actual finish\n"
    table = heads + "1,Survey,5,2026-03-02,100%,2026-03-02,2026-03-06\n2,Design,10,2026-03-09,40,2026-03-10,\n"
    done, begun = plan(table, "a.csv").activities
    assert (done.is_complete, done.remaining, done.percent_complete) == (True, 0, 100)
    assert done.actual_finish == datetime(2026, 3, 6, 17)
    assert (begun.is_started, begun.remaining, begun.percent_complete) == (True, 2880, 40)


def test_progress_without_actual_dates_takes_the_planned_ones_with_a_problem():
    table = "id,name,start,finish,percent complete\n1,Survey,2026-03-02,2026-03-06,100\n"
    (activity,) = plan(table, "a.csv").activities
    assert activity.is_complete
    assert "row 2: It is 100 % complete but has no actual finish; its finish was taken." in problems(table, "a.csv")


def test_shares_are_understood_as_percents():
    table = "id,name,duration,start,progress\n1,Survey,5,2026-03-02,0.5\n2,Design,5,2026-03-02,1\n"
    assert [each.percent_complete for each in plan(table, "a.csv").activities] == [50, 100]
    assert "1 was read as 100 %" in problems(table, "a.csv")


def test_a_baseline_is_read():
    table = "id,name,duration,start,BL start,BL finish,BL cost\n1,Survey,5,2026-03-02,2026-03-02,2026-03-03,100\n"
    expected = Baseline(datetime(2026, 3, 2, 8), datetime(2026, 3, 3, 17), 960, 100)
    assert plan(table, "a.csv").activities[0].baseline == expected


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


def test_a_constraint_without_a_date_is_refused():
    assert "the constraint 'must start on' needs a date" in refusal(row("constraint", "MSO"), "a.csv").lower()


def test_owners_share_work_and_cost():
    heads = "id,name,duration,start,owner,work,cost\n"
    schedule = plan(heads + '1,Survey,5,2026-03-02,"Ines Kalder; Bo Ravn",40,"1,200.50"\n', "a.csv")
    assert [(each.resource, each.work, each.cost) for each in schedule.assignments] == [
        ("Ines Kalder", 1200, 600.25),
        ("Bo Ravn", 1200, 600.25),
    ]
    assert schedule.activities[0].budget == 1200.5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("milestone", ActivityKind.FINISH_MILESTONE),
        ("Start Milestone", ActivityKind.START_MILESTONE),
        ("LOE", ActivityKind.LEVEL_OF_EFFORT),
    ],
)
def test_types_are_read(text: str, kind: ActivityKind):
    duration = "0" if "ilestone" in text else "5"
    table = f"id,name,duration,start,type\n1,Gate,{duration},2026-03-02,{text}\n"
    assert plan(table, "a.csv").activities[0].kind is kind


def test_a_calendar_may_be_named():
    schedule = plan(row("calendar", "24 hours"), "a.csv")
    assert schedule.calendar_of(schedule.activities[0]).week == (((0, 1440),),) * 7
    assert "row 2, column calendar: The calendar 'Mars' is not known" in refusal(row("calendar", "Mars"), "a.csv")


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


def test_a_workbook_is_read_with_its_dates_and_percents():
    data = workbook(
        ["ID", "Task Name", "Duration", "Start", "% Complete", "Predecessors"],
        [1, "Survey", 5, datetime(2026, 3, 2), 0.5, None],
        [2, "Design", "3 days", datetime(2026, 3, 9), 0, "1"],
        percent="E2",
    )
    schedule = plan(data, "bridge.xlsx")
    survey = schedule.activities[0]
    assert (survey.uid, survey.duration, survey.percent_complete) == ("1", 2400, 50)
    assert survey.planned_start == datetime(2026, 3, 2, 8)
    assert schedule.links == (Link("1", "2", LinkKind.FINISH_START, 0),)


def test_the_plan_may_be_on_any_sheet():
    data = workbook(
        ["Name", "Duration", "Start"], ["Survey", 5, datetime(2026, 3, 2)], before=[["These are the notes of the plan"]]
    )
    assert plan(data, "bridge.xlsx").name == "Plan A"


def test_a_damaged_workbook_is_refused():
    data = workbook(["Name", "Duration", "Start"], ["Survey", 5, datetime(2026, 3, 2)])
    assert "damaged or protected" in refusal(data[: len(data) // 2], "bridge.xlsx")


def test_a_workbook_that_unpacks_to_far_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("plumbline.engine.readers.xlsx._MAX_UNPACKED", 1_000)
    data = workbook(["Name", "Duration", "Start"], ["Survey", 5, datetime(2026, 3, 2)])
    assert "the most that can be read" in refusal(data, "bridge.xlsx")


def test_the_format_is_named():
    assert file(SMALL, "a.csv").format == "CSV table"
