"""A table made of literal text, as the engine is handed one."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    place: str
    cells: dict[str, object]

    def __getitem__(self, column: str) -> object:
        return self.cells.get(column)


@dataclass(frozen=True)
class Lines:
    columns: tuple[str, ...]
    rows: tuple[Line, ...]


def table(text: str, delimiter: str = ",") -> Lines:
    """Of a heading that stands several times the second is called ``Labels (2)``."""
    heads, *rows = csv.reader(io.StringIO(text.strip()), delimiter=delimiter)
    seen: Counter[str] = Counter()
    columns = []
    for head in heads:
        seen[head] += 1
        columns.append(head if seen[head] == 1 else f"{head} ({seen[head]})")
    lines = (
        Line(f"row {number}", dict(zip(columns, cells, strict=False))) for number, cells in enumerate(rows, start=2)
    )
    return Lines(tuple(columns), tuple(lines))
