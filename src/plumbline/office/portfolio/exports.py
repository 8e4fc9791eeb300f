"""The portfolio as a table in a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import xlsxwriter

from plumbline.office.foundation.spreadsheets import harmless
from plumbline.office.portfolio.queries import Dimension, Row

Writer = Callable[[list[Dimension], list[Row]], bytes]


def table(dimensions: list[Dimension], rows: list[Row]) -> Iterator[list[Any]]:
    """The heading and one line for each project; dates are dates and numbers are numbers."""
    yield [
        "Portfolio", "Programme", "Code", "Project", "Manager", "Overall", *(each.title for each in dimensions),
        "Data date", "Forecast finish", "Working days late", "Next milestone", "Milestone date", "Budget",
    ]  # fmt: skip
    for row in rows:
        project, standing = row.project, row.standing
        yield [
            project.portfolio.name,
            project.programme.name if project.programme else "",
            project.code,
            project.name,
            project.manager.name if project.manager else "",
            standing.overall if standing else "unknown",
            *(each.status if each else "unknown" for each in row.statuses),
            project.current_plan.data_date if project.current_plan else None,
            standing.forecast_finish if standing else None,
            standing.finish_slip_days if standing else None,
            standing.next_milestone if standing else "",
            standing.next_milestone_on if standing else None,
            project.budget,
        ]


def as_csv(dimensions: list[Dimension], rows: list[Row]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([harmless(cell) for cell in line] for line in table(dimensions, rows))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(dimensions: list[Dimension], rows: list[Row]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("Portfolio")
        heading, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for number, line in enumerate(table(dimensions, rows)):
            for place, cell in enumerate(line):
                if isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, day)
                elif cell is not None:
                    sheet.write(number, place, cell, heading if number == 0 else None)
        sheet.freeze_panes(1, 4)
        sheet.autofit()
    return out.getvalue()


FORMATS: dict[str, tuple[str, Writer]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
