"""CSV tables in the columns that are read: docs/guides/columns.md."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from plumbline.engine.readers.csv import FORMAT, marked_as_text
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.writers.table import losses_of, table_of
from plumbline.engine.writers.table.rows import Cell
from plumbline.engine.writers.written import Loss, Losses, Written

__all__ = ["EXTENSIONS", "FORMAT", "losses", "write"]

EXTENSIONS = (".csv",)


def write(schedule: Schedule, calculation: Calculation | None = None) -> Written:
    """UTF-8 with a byte order mark, commas between cells. A table has no columns for what is calculated.

    A text that a spreadsheet program would take for a formula gets an apostrophe before it, which the reader takes off.
    """
    found = Losses()
    table = table_of(schedule, found)
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerows([word, _plain(value)] for word, value in table.settings)
    lines.writerow(table.heads)
    lines.writerows([_plain(each) for each in row] for row in table.rows)
    return Written(out.getvalue().encode("utf-8-sig"), found.as_tuple())


def losses(schedule: Schedule) -> tuple[Loss, ...]:
    """What a table cannot hold of the plan."""
    return losses_of(schedule)


def _plain(cell: Cell) -> str | int | float | None:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return marked_as_text(cell) if isinstance(cell, str) else cell
