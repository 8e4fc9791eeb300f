"""Excel workbooks: only values are read, and no more is unpacked than the file says beforehand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from plumbline.office.foundation.tabular.table import Cell, Limits, UnreadableTable

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_ZIP = b"PK\x03\x04"
_MOST_UNPACKED = 200_000_000
_MOST_ENTRIES = 2_000
_DAMAGED = "The workbook is damaged or protected by a password. Open it in Excel and save it again as XLSX."


def is_workbook(data: bytes) -> bool:
    return data.startswith(_ZIP)


def sheets_of_workbook(data: bytes) -> list[str]:
    workbook = _opened(data)
    try:
        return [str(each.title) for each in workbook.worksheets]
    finally:
        workbook.close()


def lines_of_workbook(data: bytes, sheet: str, limits: Limits) -> tuple[list[tuple[int, Sequence[Cell]]], list[str]]:
    """The number and the cells of each row of one sheet, and which one it was."""
    workbook = _opened(data)
    try:
        found = [each for each in workbook.worksheets if sheet in ("", each.title)]
        if not found:
            names = ", ".join(each.title for each in workbook.worksheets[:10])
            raise UnreadableTable(f"There is no sheet {sheet}; the workbook has: {names}.")
        return _lines(found[0], limits), [f"Read from the sheet {found[0].title}."]
    except UnreadableTable:
        raise
    except Exception as error:
        raise UnreadableTable(_DAMAGED) from error
    finally:
        workbook.close()


def _lines(sheet: Any, limits: Limits) -> list[tuple[int, Sequence[Cell]]]:
    sheet.reset_dimensions()
    lines: list[tuple[int, Sequence[Cell]]] = []
    blanks: list[tuple[int, Sequence[Cell]]] = []
    cells = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True, max_col=1_000), start=1):
        line = [_value(each, number, limits) for each in values]
        while line and line[-1] in (None, ""):
            line.pop()
        cells += len(line)
        if cells > limits.cells or len(lines) > limits.rows or number > limits.rows + 10_000:
            raise UnreadableTable(f"The sheet has more than {limits.rows:,} rows or {limits.cells:,} cells. Split it.")
        if not line:
            blanks.append((number, line))
            continue
        lines += [*blanks, (number, line)]
        blanks = []
    return lines


def _value(value: Any, number: int, limits: Limits) -> Cell:
    cell = value if isinstance(value, Cell) else str(value)
    if isinstance(cell, str) and len(cell) > limits.text:
        raise UnreadableTable(f"A cell of row {number} has more than {limits.text:,} characters.")
    return cell.replace("\0", "") if isinstance(cell, str) else cell


def _opened(data: bytes) -> Workbook:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except Exception as error:
        raise UnreadableTable(_DAMAGED) from error
    if len(entries) > _MOST_ENTRIES or sum(max(0, each.file_size) for each in entries) > _MOST_UNPACKED:
        raise UnreadableTable("The workbook is far too large once unpacked. Copy the table alone into a new one.")
    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise UnreadableTable(_DAMAGED) from error
