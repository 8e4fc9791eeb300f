"""From the bytes of a file to its table: the format, the turn, the headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from plumbline.office.foundation.tabular.csv_file import lines_of_csv
from plumbline.office.foundation.tabular.table import Cell, Limits, Row, Table, UnreadableTable
from plumbline.office.foundation.tabular.xlsx_file import is_workbook, lines_of_workbook, sheets_of_workbook

Lines = list[tuple[int, Sequence[Cell]]]
_LONGEST_HEADING = 400


def read_table(
    data: bytes,
    *,
    sheet: str = "",
    header_row: int = 1,
    transposed: bool = False,
    limits: Limits = Limits(),  # noqa: B008 - it is frozen
) -> Table:
    """The table of a CSV or XLSX file. Raises ``UnreadableTable``.

    ``sheet`` of a workbook, else its first. ``header_row`` counts from 1, after turning where ``transposed`` says that
    each column of the file is one row. Headings are stripped of line breaks; one that stands twice becomes "Name (2)",
    an empty one "Column 5".
    """
    if not data.strip(b"\0\r\n\t "):
        raise UnreadableTable("The file is empty. Export it again and choose the new file.")
    if len(data) > limits.size:
        raise UnreadableTable(f"The file is larger than {limits.size // 1_000_000} MB. Export a smaller part of it.")
    lines, remarks = lines_of_workbook(data, sheet, limits) if is_workbook(data) else lines_of_csv(data, limits)
    if transposed:
        lines = _turned(lines, limits)
    if len(lines) < header_row:
        raise UnreadableTable(f"There is no row {header_row} to take the headings from.")
    columns = _distinct(_heading(cell) for cell in lines[header_row - 1][1])
    if not columns:
        raise UnreadableTable(f"Row {header_row} is empty; say which row holds the headings.")
    positions = {name: place for place, name in enumerate(columns)}
    word = "column" if transposed else "row"
    rows = tuple(
        Row(number, f"{word} {_letters(number) if transposed else number}", tuple(cells), positions)
        for number, cells in lines[header_row:]
    )
    return Table(columns, rows, tuple(remarks))


def read_columns(data: bytes, columns: Sequence[str], needed: Sequence[str], limits: Limits) -> Table:
    """A table whose first row names its columns. Raises ``UnreadableTable``, for a missing ``needed`` one too."""
    table = read_table(data, limits=limits)
    if missing := [each for each in needed if each not in table.columns]:
        named = f"There is no column {' and no column '.join(missing)}."
        raise UnreadableTable(f"{named} The first row names the columns: {', '.join(columns)}.")
    return table


def sheets_of(data: bytes) -> list[str]:
    """The names of the sheets of a workbook; none for a CSV file. Raises ``UnreadableTable``."""
    return sheets_of_workbook(data) if is_workbook(data) else []


def _turned(lines: Lines, limits: Limits) -> Lines:
    if len(lines) > limits.columns:
        raise UnreadableTable(
            f"The file has more than {limits.columns} rows to turn into columns. Is it turned at all?"
        )
    turned = zip_longest(*(cells for _, cells in lines))
    return [(number, list(cells)) for number, cells in enumerate(turned, start=1)]


def _heading(cell: Cell) -> str:
    return " ".join(str("" if cell is None else cell).split())[:_LONGEST_HEADING]


def _distinct(headings: object) -> tuple[str, ...]:
    names = list(headings)  # type: ignore[call-overload]
    while names and not names[-1]:
        names.pop()
    seen: Counter[str] = Counter()
    found: list[str] = []
    taken = set(names)
    for place, name in enumerate(names, start=1):
        called = name or f"Column {place}"
        seen[called] += 1
        while seen[called] > 1 and f"{called} ({seen[called]})" in taken:
            seen[called] += 1
        found.append(called if seen[called] == 1 else f"{called} ({seen[called]})")
    return tuple(found)


def _letters(number: int) -> str:
    """The name of a column as spreadsheets show it: 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
