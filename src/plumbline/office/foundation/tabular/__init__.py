"""Tables that people hand in: CSV and Excel files as rows with typed cells.

    table = read_table(data, "risks.xlsx")
    problems: list[CellProblem] = []
    for row in table.rows:
        due = read_cell(row, "Due", as_date, problems)
        cost = read_cell(row, "Cost", lambda cell: as_money(cell, scale=1_000_000), problems)

What cannot be read at all raises ``UnreadableTable``; a cell that cannot be read is one ``CellProblem`` that names
the row, the column and the value, and says what to do.
"""

from plumbline.office.foundation.tabular.cells import (
    CellProblem,
    DateOrder,
    UnclearCell,
    as_choice,
    as_date,
    as_money,
    as_text,
    date_order_of,
    read_cell,
    squeezed,
)
from plumbline.office.foundation.tabular.preview import Preview
from plumbline.office.foundation.tabular.reading import read_columns, read_table, sheets_of
from plumbline.office.foundation.tabular.table import Cell, Limits, Row, Table, UnreadableTable

__all__ = [
    "Cell",
    "CellProblem",
    "DateOrder",
    "Limits",
    "Preview",
    "Row",
    "Table",
    "UnclearCell",
    "UnreadableTable",
    "as_choice",
    "as_date",
    "as_money",
    "as_text",
    "date_order_of",
    "read_cell",
    "read_columns",
    "read_table",
    "sheets_of",
    "squeezed",
]
