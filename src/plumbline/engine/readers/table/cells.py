"""Cells of a table with typed access. What cannot be read is collected, so that one look mends all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from plumbline.engine.readers.limits import is_plausible, shortened
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.readers.table.amounts import UnclearAmount, duration_of, number_of
from plumbline.engine.readers.table.dates import Order, UnclearDate, instant_of

Cell = str | int | float | bool | datetime | date | time | None

DAY_START, DAY_FINISH = time(8), time(17)
_SHOWN = 20


@dataclass
class Faults:
    """What is wrong in the table, by place."""

    found: dict[Problem, None] = field(default_factory=dict)

    def add(self, message: str, place: str) -> None:
        self.found[Problem(f"{message[0].upper()}{message[1:]}.", place)] = None

    def raise_if_any(self) -> None:
        if not self.found:
            return
        more = len(self.found) - _SHOWN
        rest = [Problem(f"{more:,} more cells cannot be read.")] if more > 0 else []
        raise UnreadableSchedule(*list(self.found)[:_SHOWN], *rest)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row by column. Getters give ``None`` for an empty cell, and with a fault for one that cannot be read."""

    line: int
    cells: Sequence[Cell]
    columns: Mapping[str, int]
    heads: Mapping[str, str]
    order: Order
    faults: Faults

    def cell(self, column: str) -> Cell:
        position = self.columns.get(column)
        return self.cells[position] if position is not None and position < len(self.cells) else None

    def text(self, column: str) -> str:
        return shortened(as_text(self.cell(column)))

    def fault(self, column: str, message: str) -> None:
        self.faults.add(message, f"row {self.line}, column {self.heads.get(column, column)}")

    def instant(self, column: str, otherwise: time = DAY_START) -> datetime | None:
        cell = self.cell(column)
        if isinstance(cell, datetime):
            instant = cell.replace(second=0, microsecond=0, tzinfo=None)
            instant = datetime.combine(instant.date(), otherwise) if instant.time() == time(0) else instant
        elif isinstance(cell, date):
            instant = datetime.combine(cell, otherwise)
        else:
            text = as_text(cell)
            if text.upper() in ("", "NA", "N/A", "-"):
                return None
            try:
                return instant_of(text, self.order, otherwise)
            except UnclearDate as error:
                self.fault(column, str(error))
                return None
        if not is_plausible(instant):
            self.fault(column, f"the year {instant.year} cannot be right; write the date as 2026-03-31")
            return None
        return instant

    def minutes(self, column: str, unit: str = "d") -> tuple[int, bool] | None:
        text = as_text(self.cell(column))
        if not text:
            return None
        try:
            minutes, elapsed = duration_of(text, unit)
        except UnclearAmount as error:
            self.fault(column, str(error))
            return None
        if minutes < 0:
            self.fault(column, f"'{text[:40]}' is negative; write how long it takes")
            return None
        return minutes, elapsed

    def number(self, column: str) -> float | None:
        cell = self.cell(column)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return float(cell)
        text = as_text(cell)
        if not text:
            return None
        try:
            return number_of(text)
        except UnclearAmount as error:
            self.fault(column, f"{error}; write digits only")
            return None

    def flag(self, column: str) -> bool:
        return as_text(self.cell(column)).lower() in ("1", "y", "yes", "true", "x")


def as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return str(cell).replace("\x00", "").strip()
