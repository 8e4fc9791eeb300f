"""Code pages of a Primavera P6 export, and what of it is refused."""

import pytest

from engine.readers.reading import plan, problems, refusal
from engine.readers.written_plans import task, xer


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Größe prüfen, señal, été", "cp1252"),
        ("Задача первая и вторая", "cp1251"),
        ("Überprüfung – Задача", "utf-8"),
        ("Überprüfung", "utf-8-sig"),
        ("Überprüfung", "utf-16"),
        ("Überprüfung", "utf-16-le"),
        ("Überprüfung", "utf-16-be"),
        ("設計の確認と承認、基礎工事", "cp932"),
        ("設計審查與核准施工圖說", "big5"),
        ("설계 검토 및 승인 작업", "euc_kr"),
        ("设计审查和批准施工", "gb18030"),
    ],
)
def test_names_are_read_in_the_code_page_they_were_written_in(name: str, encoding: str):
    data = xer(TASK=[task(1, task_name=name)], encoding=encoding)
    assert plan(data, "a.xer").activity_by_uid[1].name == name


def test_a_guessed_code_page_is_said():
    assert "read as cp1251" in problems(xer(TASK=[task(1, task_name="Задача первая")], encoding="cp1251"), "a.xer")


def test_a_file_without_its_end_mark_is_refused():
    assert "The end mark %E is missing" in refusal(xer(ended=False), "a.xer")


def test_a_row_that_is_cut_is_refused_by_its_line():
    cut = xer().replace(b"\t40\t40\r\n", b"\r\n")
    assert "line 13, table TASK, column target_drtn_hr_cnt: The row ends before the column" in refusal(cut, "a.xer")


def test_a_row_with_too_many_values_is_refused_by_its_line():
    assert "values for 10 columns" in refusal(xer().replace(b"\t40\t40\r\n", b"\t40\t40\t1\t2\r\n"), "a.xer")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"target_drtn_hr_cnt": "many"}, "column target_drtn_hr_cnt: 'many' is not a number"),
        ({"target_drtn_hr_cnt": "9e9"}, "column target_drtn_hr_cnt: 9,000,000,000 hours is more than 200 years"),
        ({"act_start_date": "yesterday"}, "column act_start_date: 'yesterday' is not a date and time"),
        ({"act_start_date": "0203-01-01 08:00"}, "column act_start_date: The year 203 cannot be right"),
        ({"task_id": ""}, "column task_id: An id is missing here"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_by_its_place(fields: dict[str, object], message: str):
    assert f"line 13, table TASK, {message}" in refusal(xer(TASK=[task(1, **fields)]), "a.xer")


def test_two_activities_with_one_id_are_refused():
    assert "two activity entries have the unique id 1" in refusal(xer(TASK=[task(1), task(1)]), "a.xer")


def test_a_file_without_activities_is_refused():
    assert "The file has no activities" in refusal(xer(TASK=[]), "a.xer")
