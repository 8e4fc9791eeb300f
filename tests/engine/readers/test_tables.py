"""What is read from a table, whatever the columns are called and however it is cut up."""

from datetime import datetime

import pytest

from engine.readers.reading import file, plan, problems, refusal
from engine.readers.written_plans import SMALL_TABLE, table_with
from plumbline.engine.schedule import (
    ActivityKind,
    Baseline,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
)


def test_a_small_table_is_a_plan_named_like_its_file():
    schedule = plan(SMALL_TABLE, "folder/riverside bridge.csv")
    assert schedule.name == "riverside bridge"
    assert schedule.start == datetime(2026, 3, 2, 8)
    assert [(each.id, each.name, each.duration) for each in schedule.activities] == [
        ("A10", "Survey", 2400),
        ("A20", "Design", 4800),
    ]
    assert schedule.links == (Link("A10", "A20", LinkKind.FINISH_START, 0),)


def test_lines_above_the_heads_are_settings():
    above = "Project,Riverside bridge\nData date,2026-03-20\nProject start,2026-02-01\nCurrency,EUR\n\n"
    schedule = plan(above + SMALL_TABLE, "a.csv")
    assert (schedule.name, schedule.currency) == ("Riverside bridge", "EUR")
    assert (schedule.data_date, schedule.start) == (datetime(2026, 3, 20, 17), datetime(2026, 2, 1, 8))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str):
    assert len(plan(SMALL_TABLE.replace(",", delimiter), "a.csv").activities) == 2


def test_commas_in_names_do_not_hide_that_semicolons_separate():
    table = "id;name;duration;start\n1;Survey, soil, water, air, noise, dust;5;2026-03-02\n"
    assert plan(table, "a.csv").activities[0].name == "Survey, soil, water, air, noise, dust"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_names_keep_their_letters(encoding: str):
    data = SMALL_TABLE.replace("Survey", "Größe prüfen").encode(encoding)
    assert plan(data, "a.csv").activities[0].name == "Größe prüfen"


@pytest.mark.parametrize(
    "heads", ["Activity ID,Task Name,Original Duration", "ID,NAME,Duration (days)", "#,task_name,days"]
)
def test_heads_may_be_written_in_many_ways(heads: str):
    assert plan(f"{heads},Start\n1,Survey,5,2026-03-02\n", "a.csv").activities[0].duration == 2400


def test_without_an_id_column_rows_are_numbered():
    schedule = plan("name,duration,start,predecessors\nSurvey,5,2026-03-02,\nDesign,5,,1FS+1d\n", "a.csv")
    assert schedule.links == (Link("1", "2", LinkKind.FINISH_START, 480),)


def test_an_activity_may_have_very_many_predecessors():
    rows = "".join(f"A{number},Pier {number},5,2026-03-02,\n" for number in range(1000, 1400))
    everything = ";".join(f"A{number}FS+1d" for number in range(1000, 1400))
    table = f"id,name,duration,start,predecessors\n{rows}B,Deck,5,,{everything}\n"
    assert len(plan(table, "a.csv").links) == 400


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


def test_shares_are_understood_as_percents():
    table = "id,name,duration,start,progress\n1,Survey,5,2026-03-02,0.5\n2,Design,5,2026-03-02,1\n"
    assert [each.percent_complete for each in plan(table, "a.csv").activities] == [50, 100]
    assert "1 was read as 100 %" in problems(table, "a.csv")


def test_a_baseline_is_read():
    table = "id,name,duration,start,BL start,BL finish,BL cost\n1,Survey,5,2026-03-02,2026-03-02,2026-03-03,100\n"
    expected = Baseline(datetime(2026, 3, 2, 8), datetime(2026, 3, 3, 17), 960, 100)
    assert plan(table, "a.csv").activities[0].baseline == expected


def test_owners_share_work_and_cost():
    heads = "id,name,duration,start,owner,work,cost\n"
    schedule = plan(heads + '1,Survey,5,2026-03-02,"Ines Kalder; Bo Ravn",40,"1,200.50"\n', "a.csv")
    assert [(each.resource, each.work, each.cost) for each in schedule.assignments] == [
        ("Ines Kalder", 1200, 600.25),
        ("Bo Ravn", 1200, 600.25),
    ]
    assert schedule.activities[0].budget == 1200.5


@pytest.mark.parametrize(
    ("head", "answers"), [("Owner", "Ines Kalder"), ("responsible", "Ines Kalder"), ("Resource names", "")]
)
def test_the_first_owner_answers_and_resources_only_work(head: str, answers: str):
    table = f"id,name,duration,start,{head}\n1,Survey,5,2026-03-02,Ines Kalder; Bo Ravn\n2,Dig,5,2026-03-02,\n"
    schedule = plan(table, "a.csv")
    assert [each.responsible for each in schedule.activities] == [answers, ""]
    assert [each.name for each in schedule.resources] == ["Ines Kalder", "Bo Ravn"]


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
    schedule = plan(table_with("calendar", "24 hours"), "a.csv")
    assert schedule.calendar_of(schedule.activities[0]).week == (((0, 1440),),) * 7
    assert "row 2, column calendar: The calendar 'Mars' is not known" in refusal(
        table_with("calendar", "Mars"), "a.csv"
    )


def test_the_format_is_named():
    assert file(SMALL_TABLE, "a.csv").format == "CSV table"
