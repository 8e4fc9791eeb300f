"""``plumbline evm``: earned value and earned schedule of a series, for people and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.contracts import assert_keeps_contract
from cli.running import plumbline
from conftest import REAL_DATA
from engine.earned_value.published import LATE_FIGURES, numbers

LATE = """month,planned_value,earned_value,actual_cost
1,5,4,5
2,15,12,14
3,30,24,28
4,50,39,46
5,70,55,65
6,85,71,84
7,95,84,100
8,100,93,112
9,100,98,119
10,100,100,122
"""


@pytest.fixture
def late(tmp_path: Path) -> str:
    path = tmp_path / "late.csv"
    path.write_text(LATE)
    return str(path)


def test_a_series_in_is_every_figure_of_every_period_out(late: str) -> None:
    found = plumbline("evm", late, "--format", "json")
    assert found.exit_code == 0, found.errors
    assert_keeps_contract("evm", found.json)
    names = ("period", "spi", "cpi", "earned_schedule", "sv_t", "spi_t", "ieac_t", "ieac_t_as_planned")
    table = [[round(each[name], 4) for name in names] for each in found.json["periods"]]
    assert table == numbers(LATE_FIGURES)
    assert (found.json["bac"], found.json["planned_duration"]) == (100, 8)


def test_what_has_no_meaning_is_null_with_a_reason() -> None:
    found = plumbline("evm", "-", "--format", "json", stdin=b"pv,ev,ac\n0,0,0\n10,0,5\n20,8,0\n").json
    first, second, third = found["periods"]
    assert (first["spi"], first["cpi"]) == (None, None)
    assert first["reasons"]["spi"] == "Nothing was planned by then."
    assert second["eac_cpi"] is None
    assert third["reasons"]["cpi"] == "Nothing was spent by then."
    assert_keeps_contract("evm", found)


def test_a_person_sees_a_line_a_period_and_what_each_estimate_assumes(late: str) -> None:
    shown = plumbline("evm", late).output
    assert "planned for 8 periods" in shown
    assert "AC + (BAC - EV) / (CPI x SPI) = " in shown
    assert "bias" in shown


def test_before_anything_is_done_the_table_is_empty_and_says_so() -> None:
    shown = plumbline("evm", "-", stdin=b"pv,ev,ac\n5,,\n10,,\n")
    assert shown.exit_code == 0
    assert "No period has earned value and actual cost yet." in shown.output


def test_values_of_each_period_are_added_up() -> None:
    found = plumbline("evm", "-", "--values", "period", "--format", "json", stdin=b"pv,ev,ac\n5,4,4\n5,4,4\n").json
    assert [each["ev"] for each in found["periods"]] == [4, 8]


def test_a_budget_can_be_given(late: str) -> None:
    found = plumbline("evm", late, "--bac", "200", "--format", "json").json
    assert found["bac"] == 200
    assert found["planned_duration"] is None
    assert "periods are missing" in found["periods"][0]["reasons"]["ieac_t"]


@pytest.mark.parametrize("words", [[], ["--format", "json"]])
def test_what_cannot_be_read_is_refused_with_file_row_and_column(tmp_path: Path, words: list[str]) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("pv,ev,ac\n1,much,3\n")
    found = plumbline("evm", str(path), *words)
    assert found.exit_code == 2
    assert "bad.csv, row 2, column ev" in found.errors
    if words:
        assert_keeps_contract("evm", found.json)


def test_a_file_that_is_not_there_is_said() -> None:
    found = plumbline("evm", "nowhere.csv")
    assert found.exit_code == 2
    assert "does not exist" in found.errors


@pytest.mark.real_data
def test_thirteen_months_of_a_real_project() -> None:
    found = plumbline("evm", str(REAL_DATA / "evm" / "thirteen_months.csv"), "--format", "json").json
    assert_keeps_contract("evm", found)
    last = found["periods"][-1]
    assert (found["planned_duration"], len(found["periods"])) == (9, 13)
    assert (last["spi"], round(last["spi_t"], 4), last["ieac_t"]) == (1, round(9 / 13, 4), 13)
    assert last["cv"] == 11.359
    ninth = found["periods"][8]
    assert (round(ninth["earned_schedule"], 4), round(ninth["spi_t"], 4)) == (6.4910, 0.7212)
    assert found["accuracy"][1]["bias"] < 0
