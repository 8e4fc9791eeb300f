"""Tables: what a spreadsheet program makes of them, and links that look like something else."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook

from engine.writers.one_activity import MONDAY, PLAIN, plan
from plumbline.engine.readers import read
from plumbline.engine.readers.table.heads import COLUMNS
from plumbline.engine.schedule import Assignment, Link, LinkKind, Resource, Schedule
from plumbline.engine.writers import write

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "'=x", "''+y"]


def again(schedule: Schedule, format: str) -> Schedule:
    (back,) = read(write(schedule, format).content, f"plan.{format}").schedules
    return back


@pytest.mark.parametrize("name", FORMULAS)
def test_no_text_of_a_csv_is_a_formula_and_each_is_read_as_it_was(name: str):
    schedule = plan(
        replace(PLAIN, id=name, name=name),
        name=name,
        resources=(Resource(1, name),),
        assignments=(Assignment(1, 1),),
    )
    content = write(schedule, "csv").content
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    back = again(schedule, "csv")
    assert (back.name, back.activities[0].id, back.activities[0].name, back.resources[0].name) == (name,) * 4


@pytest.mark.parametrize("name", FORMULAS)
def test_no_text_of_a_workbook_is_a_formula(name: str):
    schedule = plan(replace(PLAIN, id=name, name=name), name=name)
    sheet = load_workbook(io.BytesIO(write(schedule, "xlsx").content)).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert again(schedule, "xlsx").activities[0].name == name


def test_the_heads_are_those_of_the_guide():
    rows = list(csv.reader(io.StringIO(write(plan(), "csv").content.decode("utf-8-sig"))))
    heads = next(each for each in rows if "duration" in each)
    assert heads == [names[0] for column, names in COLUMNS.items() if column not in ("milestone", "wbs")]


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@pytest.mark.parametrize("ids", [("A1", "A1FS", "B"), ("A,B", "A", "B"), ("A1", "A1 FS", "A1FS"), ("1", "1SS+1d", "2")])
def test_ids_that_look_like_links_are_linked_all_the_same(format: str, ids: tuple[str, ...]):
    tasks = tuple(replace(PLAIN, uid=place, id=each) for place, each in enumerate(ids))
    links = (Link(0, 2, LinkKind.FINISH_START, 480), Link(1, 2, LinkKind.START_START, -60))
    back = again(plan(activities=tasks, links=links), format)
    assert [(each.predecessor, each.kind, each.lag) for each in back.links] == [
        (ids[0], LinkKind.FINISH_START, 480),
        (ids[1], LinkKind.START_START, -60),
    ]


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_midnight_is_not_taken_for_a_day_without_a_time(format: str):
    midnight = datetime(2026, 3, 3)
    assert again(plan(replace(PLAIN, planned_start=midnight)), format).activities[0].planned_start == midnight


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_an_activity_that_nothing_holds_is_not_held_at_its_start_afterwards(format: str):
    later = replace(PLAIN, planned_start=datetime(2026, 6, 1, 8))
    assert again(plan(later), format).activities[0].constraints == ()


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_what_contradicts_itself_can_still_be_read(format: str):
    done = replace(PLAIN, actual_start=datetime(2026, 3, 9, 8), actual_finish=MONDAY)
    unfinished = replace(PLAIN, uid=2, id="2", percent_complete=100.0, actual_start=MONDAY, planned_finish=MONDAY)
    first, second = again(plan(activities=(done, unfinished)), format).activities
    assert (first.actual_start, first.actual_finish) == (MONDAY, MONDAY)
    assert not second.is_complete


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("answers", "names"), [("Bo", ["Bo", "Ann"]), ("Cy", ["Cy", "Ann", "Bo"]), ("", ["Ann", "Bo"])]
)
def test_the_first_owner_is_who_answers(format: str, answers: str, names: list[str]):
    crew = tuple(Resource(uid, name) for uid, name in ((1, "Ann"), (2, "Bo")))
    both = (Assignment(1, 1), Assignment(1, 2))
    back = again(plan(replace(PLAIN, responsible=answers), resources=crew, assignments=both), format)
    assert [each.name for each in back.resources] == names
    assert back.activities[0].responsible == names[0]


def test_an_id_that_is_taken_gets_another():
    twins = (PLAIN, replace(PLAIN, uid=2), replace(PLAIN, uid=3, id=""))
    assert [each.id for each in again(plan(activities=twins), "csv").activities] == ["1", "2", "3"]
