"""The tables of docs/methods/benefits.md, by the words in their first rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from plumbline.engine.benefits import Point

METHOD = Path(__file__).parents[3] / "docs" / "methods" / "benefits.md"
Row = dict[str, str]


def table(*columns: str) -> list[list[str]]:
    """The cells of the table with exactly these columns."""
    lines = METHOD.read_text(encoding="utf-8").splitlines()
    wanted = f"| {' | '.join(columns)} |"
    begin = lines.index(wanted) + 2
    rows = []
    for line in lines[begin:]:
        if not line.startswith("|"):
            break
        rows.append([each.strip() for each in line.strip("|").split("|")])
    return rows


def exact(cell: str) -> Fraction | None:
    return Fraction(cell) if cell else None


def decimal(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def points(cell: str) -> tuple[Point, ...]:
    pairs = (each.split() for each in cell.split(";") if each.strip())
    return tuple(Point(date.fromisoformat(on), Decimal(level)) for on, level in pairs)
