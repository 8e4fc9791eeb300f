"""Tables that people hand in, as messy as they come."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from plumbline.office.foundation.tabular import (
    CellProblem,
    DateOrder,
    Limits,
    UnclearCell,
    UnreadableTable,
    as_choice,
    as_date,
    as_money,
    as_text,
    date_order_of,
    read_cell,
    read_table,
    sheets_of,
)


def workbook(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets:
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_delimiter_and_encoding_is_read(delimiter: str, encoding: str) -> None:
    text = f"Name{delimiter}Cost\r\nQuai d’été{delimiter}£3\r\nMole{delimiter}£4\r\n"
    table = read_table(text.encode(encoding))
    assert table.columns == ("Name", "Cost")
    assert [row["Name"] for row in table.rows] == ["Quai d’été", "Mole"]


def test_a_delimiter_inside_of_texts_does_not_mislead() -> None:
    table = read_table(b"Name;Aim\nMole;to calm, shelter, and please\nPier;to land, and to stroll\n")
    assert table.columns == ("Name", "Aim")


def test_bytes_without_meaning_are_shown_and_told() -> None:
    table = read_table(b"Name,Aim\nMole\x9d,caf\xe9\n")
    assert table.rows[0]["Aim"] == "café"
    assert any("no known encoding" in each for each in table.remarks)


def test_a_line_break_in_quotes_belongs_to_the_cell_and_rows_count_as_in_a_spreadsheet() -> None:
    table = read_table(b'Name,Aim\nMole,"calm\nand\nshelter"\nPier,land\n')
    assert table.rows[0]["Aim"] == "calm\nand\nshelter"
    assert table.rows[1].place == "row 3"


def test_headings_that_stand_twice_or_are_empty_become_distinct() -> None:
    table = read_table(b"Rating,Rating,,Rating\nred,,x,green\n")
    assert table.columns == ("Rating", "Rating (2)", "Column 3", "Rating (3)")
    assert table.rows[0]["Rating (3)"] == "green"


def test_a_turned_table_has_one_row_for_each_column_of_the_file() -> None:
    table = read_table(b'Name,Mole,Pier\n"Rating\n(own view)",red\n', transposed=True)
    assert table.columns == ("Name", "Rating (own view)")
    assert [(row.place, row["Name"], row["Rating (own view)"]) for row in table.rows] == [
        ("column B", "Mole", "red"),
        ("column C", "Pier", None),
    ]


def test_headings_may_stand_below_a_title() -> None:
    table = read_table(b"Projects of the quay,\nName,Cost\nMole,3\n", header_row=2)
    assert table.rows[0]["Cost"] == "3"
    assert table.rows[0].place == "row 3"


def test_a_workbook_is_read_by_its_first_sheet_or_a_named_one() -> None:
    data = workbook(("Notes", [["Nothing"], [1]]), ("Works", [["Name", "Due"], ["Mole", datetime(2026, 3, 1)], [], []]))
    assert sheets_of(data) == ["Notes", "Works"]
    assert read_table(data).columns == ("Nothing",)
    table = read_table(data, sheet="Works")
    assert [as_date(row["Due"]) for row in table.rows] == [date(2026, 3, 1)]
    with pytest.raises(UnreadableTable, match="the workbook has: Notes, Works"):
        read_table(data, sheet="Quay")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\x89PNG\0\0\0\0", "no table"),
        (b"a,b\n1,2\n" * 3, "more than 3 rows"),
        (b"a,b\n" + b"x" * 60 + b",2\n", "60 characters"),
        (b"a,b\n" + b"x" * 200 + b",2\n", "larger than"),
    ],
)
def test_what_is_no_table_or_too_large_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableTable, match=reason):
        read_table(data, limits=Limits(size=150, rows=3, text=50))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("£1,186.00", "1186"),
        ("$6,279,429", "6279429"),
        ("(123)", "-123"),
        ("€ -3.2", "-3.2"),
        ("1 234 567", "1234567"),
        ("1.2bn", "1200000000"),
        ("£3m", "3000000"),
        ("EUR 5", "5"),
        (0.1, "0.1"),
        ("0", "0"),
    ],
)
def test_amounts_are_read_exactly(cell: Any, expected: str) -> None:
    assert as_money(cell) == Decimal(expected)


def test_the_scale_is_of_bare_numbers_and_the_decimal_mark_is_stated() -> None:
    assert as_money("£12.5", scale=1_000_000) == Decimal(12_500_000)
    assert as_money("£12.5m", scale=1_000_000) == Decimal(12_500_000)
    assert as_money("1.234,5", decimal_mark=",") == Decimal("1234.5")


@pytest.mark.parametrize("cell", ["", None, "-", "N/A", "tbc", "#N/A"])
def test_what_says_nothing_is_no_amount_and_no_date(cell: Any) -> None:
    assert as_money(cell) is None
    assert as_date(cell) is None


@pytest.mark.parametrize("cell", ["12,34", "Exempt", "1.2.3", "£", True, "9" * 16, "1e5", "NaN", "inf"])
def test_what_is_no_amount_is_refused(cell: Any) -> None:
    with pytest.raises(UnclearCell):
        as_money(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("31/03/2021", date(2021, 3, 31)),
        ("30.06.08", date(2008, 6, 30)),
        ("2011-06-09T00:00:00Z", date(2011, 6, 9)),
        ("December 1, 2016", date(2016, 12, 1)),
        ("Feb-24", date(2024, 2, 29)),
        ("02/2024", date(2024, 2, 29)),
        ("2024", date(2024, 12, 31)),
        ("44286", date(2021, 3, 31)),
        (44286, date(2021, 3, 31)),
        (datetime(2021, 3, 31, 9), date(2021, 3, 31)),
    ],
)
def test_dates_are_read_as_people_write_them(cell: Any, expected: date) -> None:
    assert as_date(cell) == expected


def test_a_date_that_can_be_two_is_refused_unless_the_order_is_known() -> None:
    with pytest.raises(UnclearCell, match="can be two dates"):
        as_date("03/04/2021")
    assert as_date("03/04/2021", DateOrder.MONTH_FIRST) == date(2021, 3, 4)
    assert date_order_of(["03/04/2021", "13/04/2021", None]) is DateOrder.DAY_FIRST


@pytest.mark.parametrize("cell", ["soon", "31/02/2021", "Foo-21", "13/2020", "1066-01-01"])
def test_what_is_no_date_is_refused(cell: str) -> None:
    with pytest.raises(UnclearCell):
        as_date(cell)


def test_a_choice_is_known_by_its_word_whatever_its_case_and_spaces() -> None:
    colours = {"Amber/Red": 1, "Red": 2}
    assert as_choice(" amber / RED", colours) == 1
    assert as_choice("", colours) is None
    with pytest.raises(UnclearCell, match="none of: Amber/Red, Red"):
        as_choice("blue", colours)


def test_text_is_stripped_and_refused_if_it_is_too_long() -> None:
    assert as_text(12.0) == "12"
    with pytest.raises(UnclearCell, match="5 characters; at most 4"):
        as_text(" quays ", 4)


def test_a_cell_that_cannot_be_read_is_told_by_row_column_and_value() -> None:
    row = read_table(b"Name,Due\nMole,soon\n").rows[0]
    problems: list[CellProblem] = []
    assert read_cell(row, "Due", as_date, problems) is None
    assert problems == [CellProblem("row 2", "Due", "soon", "'soon' is not a date; write it as 2026-03-31.")]
