"""Tables that people hand in: estimates by activity, and cases of a reference class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from plumbline.office.forecasts.models import Estimate
from plumbline.office.foundation.tabular import (
    Cell,
    CellProblem,
    Limits,
    UnclearCell,
    UnreadableTable,
    as_choice,
    as_date,
    as_money,
    as_text,
    date_order_of,
    read_cell,
    read_columns,
)

LIMITS = Limits(size=5_000_000, rows=20_000, columns=30, cells=300_000, text=2_000)
ESTIMATE_COLUMNS = ("ID", "Distribution", "Optimistic", "Most likely", "Pessimistic")
CASE_COLUMNS = ("Project", "Estimate", "Actual", "Ended on", "Note")
_SHAPES = {label: value for value, label in Estimate.Shape.choices} | {value: value for value in Estimate.Shape.values}
_MOST_DAYS = Decimal(10_000)


@dataclass
class ReadRows:
    """All or none is taken: ``rows`` count only where there are no ``problems``."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)


def read_estimates(content: bytes, uid_by_id: dict[str, str]) -> ReadRows:
    """``uid_by_id`` are the open activities. Raises ``UnreadableTable``, for missing columns too."""
    table = read_columns(content, ESTIMATE_COLUMNS, ("ID", "Optimistic", "Pessimistic"), LIMITS)
    found, seen = ReadRows(), set()
    for row in table.rows:
        if row.is_blank or not any(as_text(row[each]) for each in ESTIMATE_COLUMNS[1:]):
            continue
        uid = read_cell(row, "ID", partial(_activity, uid_by_id=uid_by_id), found.problems)
        if uid in seen:
            found.problems.append(CellProblem(row.place, "ID", as_text(row["ID"]), "It stands here twice."))
        seen.add(uid)
        shape = read_cell(row, "Distribution", lambda cell: as_choice(cell, _SHAPES), found.problems)
        figures = {
            name: read_cell(row, column, _days, found.problems)
            for name, column in zip(("optimistic", "most_likely", "pessimistic"), ESTIMATE_COLUMNS[2:], strict=True)
        }
        _check_order(row.place, figures, found.problems)
        found.rows.append({"uid": uid, "shape": shape or Estimate.Shape.PERT, **figures})
    return found


def read_cases(content: bytes) -> ReadRows:
    """Raises ``UnreadableTable``, for missing columns too."""
    table = read_columns(content, CASE_COLUMNS, CASE_COLUMNS[:3], LIMITS)
    order = date_order_of(row["Ended on"] for row in table.rows)
    found = ReadRows()
    for row in table.rows:
        if row.is_blank:
            continue
        found.rows.append(
            {
                "name": read_cell(row, "Project", _name, found.problems),
                "estimate": read_cell(row, "Estimate", _above_zero, found.problems),
                "actual": read_cell(row, "Actual", _above_zero, found.problems),
                "ended_on": read_cell(row, "Ended on", partial(as_date, order=order), found.problems),
                "note": read_cell(row, "Note", partial(as_text, longest=300), found.problems) or "",
            }
        )
    return found


def read_or_refuse(read: Callable[[], ReadRows]) -> tuple[ReadRows, str]:
    """What was read, and why nothing could be."""
    try:
        found = read()
    except UnreadableTable as unreadable:
        return ReadRows(), str(unreadable)
    return found, "" if found.rows else "The table has no row to take."


def _activity(cell: Cell, uid_by_id: dict[str, str]) -> str:
    text = as_text(cell).removeprefix("'")
    if text not in uid_by_id:
        raise UnclearCell("The current plan has no activity with this ID that is still to be done.")
    return uid_by_id[text]


def _days(cell: Cell) -> Decimal | None:
    amount = as_money(cell)
    if amount is not None and not 0 <= amount <= _MOST_DAYS:
        raise UnclearCell("Write working days from 0 to 10,000.")
    return amount


def _above_zero(cell: Cell) -> Decimal:
    amount = as_money(cell)
    if amount is None or amount <= 0:
        raise UnclearCell("Write a number above zero.")
    return amount


def _name(cell: Cell) -> str:
    text = as_text(cell, longest=200).removeprefix("'").strip()
    if not text:
        raise UnclearCell("Say which project it is.")
    return text


def _check_order(place: str, figures: dict[str, Decimal | None], problems: list[CellProblem]) -> None:
    known = [each for each in figures.values() if each is not None]
    if known != sorted(known):
        shown = " / ".join(f"{each:f}" for each in known)
        reason = "Give the optimistic first, then the most likely, then the pessimistic."
        problems.append(CellProblem(place, "Optimistic", shown, reason))
