"""A table with a row for each result: CSV or Excel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from plumbline.office.academy.elsewhere.told import LONGEST, MOST_BYTES, MOST_ROWS, Read, Told, checked_percent
from plumbline.office.foundation.tabular import (
    Cell,
    Limits,
    Row,
    Table,
    UnclearCell,
    UnreadableTable,
    as_choice,
    as_date,
    as_text,
    date_order_of,
    read_cell,
    read_table,
)

LIMITS = Limits(size=MOST_BYTES, rows=MOST_ROWS, columns=40, cells=40_000, text=2_000)
HEADINGS = {
    "mail": ("email", "mail", "email address", "e mail", "person", "learner", "user"),
    "name": ("course", "lesson", "course or lesson", "course name", "title", "activity"),
    "on": ("date", "on", "completed on", "completion date", "finished on", "day"),
    "percent": ("score", "percent", "result", "grade", "points"),
    "passed": ("passed", "status", "outcome", "completed"),
}
NEEDED = {"mail": "E-mail", "name": "Course", "on": "Date"}
YES_OR_NO = {
    "yes": True, "no": False, "true": True, "false": False, "1": True, "0": False, "passed": True, "failed": False,
    "pass": True, "fail": False, "completed": True, "not passed": False,
}  # fmt: skip
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%?")


def read_rows(content: bytes) -> Read:
    """Raises ``UnreadableTable`` for a file that is none, or has no column for what is needed."""
    table = read_table(content, limits=LIMITS)
    found = _columns(table)
    missing = [word for name, word in NEEDED.items() if name not in found]
    if missing:
        raise UnreadableTable(f"There is no column for: {', '.join(missing)}. Its first row has to name the columns.")
    order = date_order_of(row[found["on"]] for row in table.rows)
    read_day = partial(as_date, order=order)
    return Read([_told(row, found, read_day) for row in table.rows if not row.is_blank], table.remarks)


def _columns(table: Table) -> dict[str, str]:
    by_word = {re.sub(r"\W+", " ", each.casefold().replace("e-mail", "email")).strip(): each for each in table.columns}
    found = {name: next((by_word[word] for word in words if word in by_word), "") for name, words in HEADINGS.items()}
    return {name: column for name, column in found.items() if column}


def _told(row: Row, columns: Mapping[str, str], read_day: partial) -> Told:
    told = Told(row.place, "", (), None, columns=(columns["mail"], columns["name"]))
    told.mail = read_cell(row, columns["mail"], _short, told.problems) or ""
    name = read_cell(row, columns["name"], _short, told.problems) or ""
    told.names = (name,) if name else ()
    before = len(told.problems)
    told.on = read_cell(row, columns["on"], read_day, told.problems)
    if told.on is None and len(told.problems) == before:
        told.wrong(columns["on"], "", "Say on which day, as 2026-03-31.")
    if "percent" in columns:
        checked_percent(told, columns["percent"], read_cell(row, columns["percent"], _percent, told.problems))
    if "passed" in columns:
        told.passed = read_cell(row, columns["passed"], _passed, told.problems)
    return told


def _short(cell: Cell) -> str:
    return as_text(cell, LONGEST)


def _percent(cell: Cell) -> float | None:
    text = as_text(cell)
    if not text or text in ("-", "–"):
        return None
    match = _PERCENT.fullmatch(text)
    if match is None:
        raise UnclearCell("It is no percentage; write it as 80.")
    return float(match[1].replace(",", "."))


def _passed(cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    return as_choice(cell, YES_OR_NO)
