"""Lines of a spreadsheet as cells by field."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection

from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.readers.table.heads import columns_of

MOST_LINES = 5_000
MOST_CELLS = 200
USUAL = ("name", "duration", "predecessors", "owner")
_FIELD_OF = {"type": "kind"}


class Line(dict[str, str]):
    """Cells by field; the number of the line in what was pasted, counted from 1."""

    number = 0

    def get(self, field: str, otherwise: str = "") -> str:  # type: ignore[override]
        return super().get(field, otherwise)


def lines_of(text: str, columns: str, known: Collection[str]) -> list[Line]:
    """Every line that holds anything. Raises CannotEdit where a column is none of ``known``."""
    rows = [(number, row) for number, row in enumerate(_cells(text), 1) if any(each.strip() for each in row)]
    if not rows:
        raise CannotEdit("There is nothing to paste.", field="text")
    wanted: dict[int, str] = dict(enumerate(each.strip() for each in columns.split(",") if each.strip()))
    heads = columns_of(rows[0][1])
    if "name" in heads and len(heads) > 1:
        named = {place: _FIELD_OF.get(head, head) for head, place in heads.items()}
        wanted, rows = {place: field for place, field in named.items() if field in known}, rows[1:]
    wanted = wanted or dict(enumerate(USUAL))
    unknown = [each for each in wanted.values() if each not in known]
    if unknown:
        raise CannotEdit(f"'{unknown[0][:40]}' is no field of a row.", field="columns")
    if not rows or len(rows) > MOST_LINES:
        raise CannotEdit(f"Paste from 1 to {MOST_LINES:,} lines at once.", field="text")
    return [_line(number, row, wanted) for number, row in rows]


def _line(number: int, row: list[str], wanted: dict[int, str]) -> Line:
    line = Line({field: row[place].strip() for place, field in wanted.items() if place < len(row)})
    line.number = number
    return line


def _cells(text: str) -> list[list[str]]:
    """A cell that holds a line break or a tab stands in quotes, as spreadsheets copy it."""
    try:
        return [row[:MOST_CELLS] for row in csv.reader(io.StringIO(text, newline=""), delimiter="\t")]
    except csv.Error:
        raise CannotEdit("The quotes in what was pasted do not match; paste it without quotes.", field="text") from None
