"""What a table consists of, and how large it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

Cell = str | int | float | bool | datetime | date | time | None


class UnreadableTable(ValueError):
    """The file is no table that can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file is refused."""

    size: int = 20_000_000
    rows: int = 50_000
    columns: int = 300
    cells: int = 3_000_000
    text: int = 32_767


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings; ``place`` is where it stands in the file, as people look for it: row 17."""

    number: int
    place: str
    cells: tuple[Cell, ...]
    positions: Mapping[str, int]

    def __getitem__(self, column: str) -> Cell:
        """Empty where the row is shorter than the headings, or has no such column."""
        position = self.positions.get(column)
        return self.cells[position] if position is not None and position < len(self.cells) else None

    @property
    def is_blank(self) -> bool:
        return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` are the headings, made distinct; ``remarks`` tell what was decided or mended while reading."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = field(default=())
