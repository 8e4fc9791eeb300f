"""Entries as a table shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from plumbline.office.registers.exposure import band
from plumbline.office.registers.kinds import Column, RegisterKind
from plumbline.office.registers.models import Entry


@dataclass(frozen=True, slots=True)
class Cell:
    column: Column
    value: Any


@dataclass(frozen=True, slots=True)
class Row:
    entry: Entry
    cells: list[Cell]
    state: str
    is_overdue: bool

    @property
    def band(self) -> str:
        return band(self.entry.score)


def rows(entries: Iterable[Entry], kind: RegisterKind, day: date) -> list[Row]:
    return [
        Row(
            entry=each,
            cells=[Cell(column, getattr(each, column.name)) for column in kind.listed],
            state=kind.words_for(each.state),
            is_overdue=is_overdue(each, kind, day),
        )
        for each in entries
    ]


def is_overdue(entry: Entry, kind: RegisterKind, day: date) -> bool:
    """As ``overdue_by`` asks the database."""
    due = entry.due_on
    return bool(kind.due and entry.is_open and entry.decided_at is None and due and due < day)
