"""Candidates as a table: one a row, amounts of each period in a column of its own, and the limits in rows beside."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Any

from plumbline.engine.optimisation.selection.problem import MOST_CANDIDATES, MOST_PERIODS
from plumbline.engine.optimisation.selection.unreadable import UnreadableSelection

LIMIT = "limit"
"""In the column ``name`` it makes a row one of limits: the budget under cost, the capacity under each role."""
_PLAIN = ("name", "title", "value", "bucket", "must", "earliest", "latest", "loss_per_period")
_LISTS = ("needs", "excludes")
_OF_PERIOD = re.compile(r"(cost|role:[^:]{1,200}) ([1-9]\d?)")
_YES = {"yes", "y", "true", "1", "x"}

Row = dict[str, str]


def read_table(text: str) -> dict[str, Any]:
    """The same as a file in YAML holds. Columns are those of a candidate, then ``cost 1``, ``cost 2``, ... and
    ``role:tester 1``, ... by period from its start. ``needs`` and ``excludes`` hold names parted by semicolons.
    """
    reader = csv.reader(StringIO(text), delimiter=_delimiter(text))
    heads = [each.strip() for each in next(reader, [])]
    if "name" not in heads or "value" not in heads:
        raise UnreadableSelection("line 1: the table needs the columns name and value")
    for head in heads:
        if head not in (*_PLAIN, *_LISTS) and not _OF_PERIOD.fullmatch(head):
            raise UnreadableSelection(f"line 1: the column {head!r} is not known")
    rows = [
        (number, dict(zip(heads, (cell.strip() for cell in cells), strict=False)))
        for number, cells in enumerate(reader, start=2)
        if any(cell.strip() for cell in cells)
    ]
    if len(rows) > MOST_CANDIDATES + 1:
        raise UnreadableSelection(f"the table has {len(rows):,} rows; at most {MOST_CANDIDATES:,} can be chosen from")
    candidates = [each for each in rows if each[1].get("name", "").lower() != LIMIT]
    limits = [each for _, each in rows if each.get("name", "").lower() == LIMIT]
    if len(limits) > 1:
        raise UnreadableSelection(f"the table has {len(limits)} rows of limits; one is read")
    found: dict[str, Any] = {
        "periods": max((int(each[2]) for head in heads if (each := _OF_PERIOD.fullmatch(head))), default=1),
        "candidates": [_candidate(row) for _, row in candidates],
        "exclusions": _exclusions(candidates),
    }
    if found["periods"] > MOST_PERIODS:
        raise UnreadableSelection(f"line 1: there are at most {MOST_PERIODS} periods")
    return found | (_limits(limits[0], found["periods"]) if limits else {})


def _candidate(row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {name: row[name] for name in _PLAIN if row.get(name) and name != "must"}
    found["must"] = row.get("must", "").lower() in _YES
    found["needs"] = _names(row.get("needs", ""))
    amounts = _amounts(row)
    found["cost"] = [each or "0" for each in _cut(amounts.pop("cost", []))]
    found["roles"] = {
        name.removeprefix("role:"): [each or "0" for each in cut]
        for name, values in amounts.items()
        if (cut := _cut(values))
    }
    return found


def _limits(row: Row, periods: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    amounts = _amounts(row)
    for name, values in amounts.items():
        by_period = [each or None for each in (*values, *[""] * (periods - len(values)))]
        if name == "cost":
            found["budget"] = by_period
        else:
            found.setdefault("capacity", {})[name.removeprefix("role:")] = by_period
    return found


def _amounts(row: Row) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for head, cell in row.items():
        if each := _OF_PERIOD.fullmatch(head):
            values = found.setdefault(each[1], [])
            values.extend([""] * (int(each[2]) - len(values)))
            values[int(each[2]) - 1] = cell
    return found


def _cut(values: list[str]) -> list[str]:
    """Without what is empty at the end: a candidate takes as many periods as are filled."""
    while values and not values[-1]:
        values = values[:-1]
    return values


def _exclusions(rows: list[tuple[int, Row]]) -> list[list[str]]:
    pairs = {tuple(sorted((row["name"], other))): None for _, row in rows for other in _names(row.get("excludes", ""))}
    return [list(each) for each in pairs]


def _names(cell: str) -> list[str]:
    return [each.strip() for each in cell.split(";") if each.strip()]


def _delimiter(text: str) -> str:
    """``needs`` parts names by semicolons, so only the first line tells."""
    first = text.partition("\n")[0]
    return max((",", ";", "\t"), key=first.count)
