"""The rows of a table as a column map understands them: values, and what is wrong with each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from plumbline.office.foundation.tabular import (
    Cell,
    CellProblem,
    Row,
    Table,
    as_date,
    as_money,
    as_text,
    read_cell,
    squeezed,
)
from plumbline.office.portfolio_imports.column_map import MONEY, TARGETS, MapSpec, Target

JOINED = ("summary", "purpose")
LONGEST_CODE = 40


@dataclass(slots=True)
class ReadRow:
    """``values`` by target, only those that are given. ``skipped`` says why a row is none of a project."""

    number: int
    place: str
    name: str = ""
    key: str = ""
    as_of: date | None = None
    values: dict[str, Any] = field(default_factory=dict)
    rating: str = ""
    level: int | None = None
    colour: str = ""
    problems: list[CellProblem] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)
    skipped: str = ""

    def fingerprint(self, scale: str) -> str:
        """The same for the same content, wherever it stands and whichever file it came in."""
        said = [self.name, self.key, str(self.as_of), self.rating, self.colour, str(self.level), scale]
        said += [f"{name}={self.values[name]}" for name in sorted(self.values)]
        return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:40]

    def refuse(self, column: str, reason: str, value: str = "") -> None:
        self.problems.append(CellProblem(self.place, column, value[:80], reason))


def missing_columns(table: Table, spec: MapSpec) -> list[str]:
    return sorted(spec.headings - set(table.columns))


def read_rows(table: Table, spec: MapSpec) -> list[ReadRow]:
    reader = _RowReader(spec)
    return [reader.read(row) for row in table.rows]


def sums_of(rows: list[ReadRow]) -> dict[str, Decimal]:
    return {name: sum((row.values[name] for row in rows if name in row.values), Decimal(0)) for name in MONEY}


class _RowReader:
    def __init__(self, spec: MapSpec) -> None:
        self.spec = spec
        self.ratings = {squeezed(word): (place, colour) for place, (word, colour) in enumerate(spec.ratings)}
        self.skipped = tuple(squeezed(each) for each in spec.skip)

    def read(self, row: Row) -> ReadRow:
        found = ReadRow(row.number, row.place)
        if row.is_blank:
            found.skipped = "The row is blank."
            return found
        first = squeezed(as_text(self._first(row, "name")) or as_text(next((c for c in row.cells if as_text(c)), None)))
        if self.skipped and first.startswith(self.skipped):
            found.skipped = "The map says to skip rows that begin so."
            return found
        for name, headings in self.spec.columns.items():
            self._fill(found, row, TARGETS[name], headings)
        self._settle(found)
        return found

    def _fill(self, found: ReadRow, row: Row, target: Target, headings: list[str]) -> None:
        if target.kind == "rating":
            self._rate(found, headings[0], as_text(self._first(row, "rating")))
        elif target.name in JOINED:
            text = "\n\n".join(filter(None, (as_text(row[each]) for each in headings)))
            self._keep(found, target.name, self._shortened(found, headings[0], text, target.longest))
        else:
            for heading in headings:
                value = read_cell(row, heading, lambda cell: self._value(cell, target), found.problems)
                if value not in (None, ""):
                    self._keep(found, target.name, value)
                    return

    def _value(self, cell: Cell, target: Target) -> Any:
        if self._gives_nothing(cell):
            return None
        if target.kind == "date":
            return as_date(cell, self.spec.order)
        if target.kind == "money":
            return as_money(cell, scale=self.spec.money_scale, decimal_mark=self.spec.decimal_mark)
        return " ".join(as_text(cell, target.longest).split())

    def _keep(self, found: ReadRow, name: str, value: Any) -> None:
        if name == "as_of":
            found.as_of = value
        elif name in ("name", "key"):
            setattr(found, name, value)
        elif value not in (None, ""):
            found.values[name] = value

    def _rate(self, found: ReadRow, heading: str, word: str) -> None:
        word = " ".join(word.split())
        found.rating = word if len(word) <= 80 else f"{word[:79]}…"
        if not word or self._gives_nothing(word):
            return
        level, colour = self.ratings.get(squeezed(word), (0, ""))
        if colour:
            found.level, found.colour = level, colour
        else:
            reason = "The map gives this rating no colour; it is kept in its own words."
            found.warnings.append(CellProblem(found.place, heading, word[:80], reason))

    def _settle(self, found: ReadRow) -> None:
        """What follows from several columns, and what must not be missing."""
        found.as_of = found.as_of or self.spec.as_of
        if self.spec.portfolio:
            found.values.setdefault("portfolio", self.spec.portfolio)
        if code := found.values.get("code"):
            found.values["code"] = f"{self.spec.code_prefix}{code}"
            found.key = found.key or code
            if len(found.values["code"]) > LONGEST_CODE:
                reason = f"With its prefix the code has more than {LONGEST_CODE} characters."
                found.refuse(self._heading("code"), reason, found.values["code"])
        if found.values.get("budget", 0) < 0:
            found.refuse(self._heading("budget"), "A budget cannot be negative.", f"{found.values['budget']:,}")
        wanted = {"name": found.name, "portfolio": found.values.get("portfolio"), "as_of": found.as_of}
        told = {each.column for each in found.problems}
        for name, value in wanted.items():
            if not value and not told & set(self.spec.columns.get(name, ())):
                found.refuse(self._heading(name), _MISSING[name])

    def _first(self, row: Row, target: str) -> Cell:
        return next((row[each] for each in self.spec.columns.get(target, ()) if as_text(row[each])), None)

    def _heading(self, target: str) -> str:
        return next(iter(self.spec.columns.get(target, ())), TARGETS[target].title)

    def _gives_nothing(self, cell: Cell) -> bool:
        words = self.spec.says_nothing
        return words is not None and isinstance(cell, str) and words.match(cell.casefold()) is not None

    def _shortened(self, found: ReadRow, heading: str, text: str, longest: int) -> str:
        if len(text) <= longest:
            return text
        reason = f"It has {len(text):,} characters; the first {longest:,} are kept, all of it in the file."
        found.warnings.append(CellProblem(found.place, heading, text[:80], reason))
        return f"{text[: longest - 1]}…"


_MISSING = {
    "name": "A project needs a name.",
    "portfolio": "A project needs a portfolio; fill the cell, or give one portfolio for all rows in the map.",
    "as_of": "The row does not say which day it speaks of; fill the cell, or give one day for all rows in the map.",
}


def told(problems: list[CellProblem]) -> Iterator[dict[str, str]]:
    return ({"column": each.column[:200], "value": each.value, "reason": each.reason} for each in problems)
