"""Excel workbooks (XLSX). The columns are described in docs/guides/columns.md."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from plumbline.engine.readers.limits import MAX_ACTIVITIES, MAX_COLUMNS, check_size
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.table import Cell, plan_of
from plumbline.engine.readers.table.layout import has_heads

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

FORMAT = "Excel workbook"
EXTENSIONS = (".xlsx", ".xlsm")

_ZIP = b"PK\x03\x04"
_MAX_UNPACKED = 100_000_000
_MAX_ENTRIES = 2_000
_MAX_SHEETS = 100
_ROWS_LOOKED_AT = 31


def recognises(data: bytes, filename: str) -> bool:
    return data.startswith(_ZIP) and (filename.lower().endswith(EXTENSIONS) or b"xl/workbook.xml" in data)


def read(data: bytes) -> PlanFile:
    """The plan on the first sheet whose columns are those of a plan. Raises UnreadableSchedule and InvalidSchedule."""
    _check_archive(data)
    workbook = _opened(data)
    try:
        sheets = workbook.worksheets[:_MAX_SHEETS]
        for sheet in sheets:
            if any(has_heads(cells) for _, cells in islice(_rows(sheet), _ROWS_LOOKED_AT)):
                return plan_of(_rows(sheet), FORMAT, sheet.title)
        return plan_of(_rows(sheets[0]) if sheets else (), FORMAT, "")
    finally:
        workbook.close()


def _check_archive(data: bytes) -> None:
    """The sizes in the directory are binding: no more is unpacked than they say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except Exception as error:
        raise _damaged() from error
    if len(entries) > _MAX_ENTRIES:
        raise UnreadableSchedule(Problem("The workbook has far too many parts. Copy the plan into a new one."))
    check_size(sum(max(0, each.file_size) for each in entries), _MAX_UNPACKED)


def _opened(data: bytes) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise _damaged() from error


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[Cell]]]:
    try:
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=MAX_ACTIVITIES + 1_000, max_col=MAX_COLUMNS)
        for number, cells in enumerate(rows, start=1):
            yield number, [_value(each) for each in cells]
    except UnreadableSchedule:
        raise
    except Exception as error:
        raise _damaged(f"sheet {sheet.title}") from error


def _value(cell: Any) -> Cell:
    """A percent shown as 50 % is kept as 0.5; both are understood when the column is read as a whole."""
    value = cell.value
    if isinstance(value, float | int) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return f"{value * 100:.6g}%"
    return value if isinstance(value, Cell) else str(value)


def _damaged(place: str = "") -> UnreadableSchedule:
    return UnreadableSchedule(
        Problem(
            "The workbook is damaged or protected by a password. Open it in Excel and save it again as XLSX.", place
        )
    )
