"""A series as a CSV table: what is read of it, and what is refused with its place."""

from __future__ import annotations

import pytest

from plumbline.engine.earned_value import analyse
from plumbline.engine.earned_value.table import read_series
from plumbline.engine.readers import UnreadableSchedule

TABLE = """month,planned_value_k,earned_value_k,actual_cost_k
1,10,8,9
2,30,20,25
3,60,,
"""


def refused(text: str, **options: object) -> str:
    with pytest.raises(UnreadableSchedule) as refusal:
        read_series(text.encode(), **options)  # type: ignore[arg-type]
    return " ".join(map(str, refusal.value.problems))


def test_planned_value_goes_on_where_the_project_has_not_come_yet() -> None:
    series = read_series(TABLE.encode())
    assert (series.pv, series.ev, series.ac) == ((10, 30, 60), (8, 20), (9, 25))
    assert series.budget == 60
    assert [each.label for each in analyse(series)] == ["1", "2"]


def test_planned_value_stays_where_it_ends_once_all_was_to_be_done() -> None:
    assert read_series(b"PV;EV;AC\n10;5;5\n20;10;10\n;15;15\n").pv == (10, 20, 20)


def test_columns_go_by_their_names_in_the_field() -> None:
    series = read_series(b"\xef\xbb\xbfBCWP;ACWP;BCWS;LOE;Date\n1,5;2,5;3,5;0,5;2026-01-31\n")
    assert (series.pv, series.ev, series.ac, series.loe_pv, series.labels) == (
        (3.5,), (1.5,), (2.5,), (0.5,), ("2026-01-31",),
    )  # fmt: skip


def test_values_of_each_period_are_added_up_as_they_are_written() -> None:
    series = read_series(b"pv,ev,ac\n0.1,0.1,0.1\n0.2,0.2,0.2\n", of_each_period=True)
    assert series.ev == (0.1, 0.3)


def test_a_row_for_the_start_is_no_period() -> None:
    assert read_series(b"time,pv,ev,ac\n0,0,0,0\n1,5,4,5\n").pv == (5,)


def test_a_budget_may_be_more_than_what_is_planned_so_far() -> None:
    assert read_series(TABLE.encode(), bac=100.0).budget == 100
    assert "More is planned" in refused(TABLE, bac=50.0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The file is empty."),
        ("month,pv,ev\n1,2,3\n", "no column actual_cost"),
        ("pv,ev,ac\n", "no periods"),
        ("pv,ev,ac\n1,x,3\n", "row 2, column ev"),
        ("pv,ev,ac\n-1,0,0\n", "below zero"),
        ("pv,ev,ac\n1,,2\n", "one of them is missing"),
        ("pv,ev,ac\n1,,\n2,1,1\n", "a later period has one"),
        ("month,pv,ev,ac\n1,1,1,1\n3,2,2,2\n", "Period 3 stands after 1"),
        ("pv,ev,ac\n5,1,1\n4,2,2\n", "--values period"),
        ('pv,ev,ac\n"1,1,1\n', "quotes"),
        ("a\x00b", "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, said: str) -> None:
    assert said in refused(text)


def test_a_credit_may_lower_the_actual_cost() -> None:
    assert read_series(b"pv,ev,ac\n5,4,-2\n").ac == (-2,)
