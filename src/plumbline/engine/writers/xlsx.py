"""Excel workbooks in the columns that are read: docs/guides/columns.md."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

from plumbline.engine.readers.xlsx import FORMAT
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.writers.table import Table, losses_of, table_of
from plumbline.engine.writers.table.rows import Cell
from plumbline.engine.writers.written import Loss, Losses, Written

__all__ = ["EXTENSIONS", "FORMAT", "losses", "write"]

EXTENSIONS = (".xlsx",)
_TEXT_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SHEET = "Plan"
_FROZEN_COLUMNS = 2
_NARROW, _WIDE = 12, 48


def write(schedule: Schedule, calculation: Calculation | None = None) -> Written:
    """One sheet; dates are dates, and no text is ever a formula. A table has no columns for what is calculated."""
    import xlsxwriter

    found = Losses()
    table = table_of(schedule, found)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _TEXT_ONLY) as book:
        # Without this the library writes the time of day, and the same plan would not give the same bytes.
        book.set_properties({"created": schedule.data_date or schedule.start})
        _fill(book, table)
    return Written(out.getvalue(), found.as_tuple())


def losses(schedule: Schedule) -> tuple[Loss, ...]:
    """What a table cannot hold of the plan."""
    return losses_of(schedule)


def _fill(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(_SHEET)
    bold, minute = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for number, (word, value) in enumerate(table.settings):
        sheet.write_string(number, 0, word, bold)
        _put(sheet, number, 1, value, minute)
    top = len(table.settings)
    for place, head in enumerate(table.heads):
        sheet.write_string(top, place, head, bold)
        sheet.set_column(place, place, _WIDE if head == "name" else max(_NARROW, len(head) + 2))
    for number, row in enumerate(table.rows, start=top + 1):
        for place, cell in enumerate(row):
            _put(sheet, number, place, cell, minute)
    sheet.freeze_panes(top + 1, _FROZEN_COLUMNS)


def _put(sheet: Any, row: int, place: int, cell: Cell, minute: Any) -> None:
    """A date cell at midnight is read as a day without a time, so midnight is written in words."""
    if isinstance(cell, datetime) and (cell.time() == time(0) or cell.year < 1901):
        sheet.write_string(row, place, f"{cell:%Y-%m-%d %H:%M}")
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, place, cell, minute)
    elif isinstance(cell, str):
        if cell:
            sheet.write_string(row, place, cell)
    elif cell is not None:
        sheet.write_number(row, place, cell)
