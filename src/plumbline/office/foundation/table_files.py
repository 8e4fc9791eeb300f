"""A table as a file that spreadsheet programs open: dates stay dates, numbers numbers, and text never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from plumbline.office.foundation.spreadsheets import harmless

LINES_THAT_SET_THE_WIDTH = 200
WIDEST_COLUMN = 60
Lines = Iterable[Sequence[Any]]


def table_file(name: str, extension: str, lines: Lines, frozen_columns: int = 0) -> HttpResponse:
    """The answer that hands over the file; the first line is the heading. ``extension`` is csv or xlsx.

    Moments are written as the reader's clock shows them: spreadsheets know no time zones.
    """
    content_type, write = _FORMATS[extension]
    response = HttpResponse(write(lines, frozen_columns), content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.{extension}")
    return response


def by_the_readers_clock(cell: Any) -> Any:
    return timezone.make_naive(cell) if isinstance(cell, datetime) and timezone.is_aware(cell) else cell


def as_csv(lines: Lines, frozen_columns: int = 0) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([harmless(_plain(cell)) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Lines, frozen_columns: int = 0) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    widths: dict[int, int] = {}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet()
        heading = book.add_format({"bold": True})
        day, minute = (book.add_format({"num_format": each}) for each in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm"))
        for number, line in enumerate(lines):
            for place, cell in enumerate(map(by_the_readers_clock, line)):
                if isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, minute if isinstance(cell, datetime) else day)
                elif isinstance(cell, str):
                    sheet.write_string(number, place, cell, heading if number == 0 else None)
                elif cell is not None:
                    sheet.write(number, place, cell)
                if number < LINES_THAT_SET_THE_WIDTH:
                    widths[place] = max(widths.get(place, 0), len(str(_plain(cell) or "")))
        for place, width in widths.items():
            sheet.set_column(place, place, min(width, WIDEST_COLUMN) + 2)
        sheet.freeze_panes(1, frozen_columns)
    return out.getvalue()


def _plain(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return f"{by_the_readers_clock(cell):%Y-%m-%d %H:%M}"
    return round(cell, 4) if isinstance(cell, float) else cell


_FORMATS: dict[str, tuple[str, Callable[[Lines, int], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
