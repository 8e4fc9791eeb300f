"""Tables in Excel workbooks."""

import io
from datetime import datetime

import pytest
from openpyxl import Workbook

from engine.readers.reading import plan, refusal
from plumbline.engine.schedule import (
    Link,
    LinkKind,
)


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
