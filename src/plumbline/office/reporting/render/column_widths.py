"""How wide the columns of a table on paper or on a slide are, measured in letters."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from plumbline.office.reporting.render.slide_room import wide

SHORT = ("number", "money", "date", "status")
"""Kinds whose cells stay on one line: a broken figure is read as another figure."""
ENOUGH, SPARE, BOLDER = 30, 1.5, 1.2


def column_widths(
    heads: Sequence[str], kinds: Sequence[str], rows: Sequence[Sequence[str]], room: float, pad: float
) -> list[float]:
    """Letters of each column, ``room`` in all: first what must not break, then by what the words ask for."""
    columns = [[row[at] for row in rows] for at in range(len(heads))]
    floors = [_least(*each) + pad for each in zip(heads, kinds, columns, strict=True)]
    wishes = [max(_most(cells) + pad, floor) for cells, floor in zip(columns, floors, strict=True)]
    free = max(room - sum(floors), 0.0)
    wanted = sum(wishes) - sum(floors)
    if not wanted:
        return [each * room / sum(floors) for each in floors]
    found = [floor + free * (wish - floor) / wanted for floor, wish in zip(floors, wishes, strict=True)]
    return [each * room / sum(found) for each in found]


def _least(head: str, kind: str, cells: Sequence[str]) -> float:
    """The longest word, and the whole cell where it stays on one line; heads are bold, hence wider."""
    words = [wide(word) for text in cells for word in text.split()]
    whole = [wide(text) for text in cells] if kind in SHORT else []
    bold = [wide(word) * BOLDER for word in head.split()]
    return max((each + SPARE for each in (*words, *whole, *bold) if each <= ENOUGH), default=SPARE)


def _most(cells: Sequence[str]) -> float:
    """The longest cell, yet not far above the mean: one long cell shall not press the other columns together."""
    lengths = [wide(each) for each in cells] or [0.0]
    return min(max(lengths), ENOUGH + 3 * sqrt(sum(lengths) / len(lengths)))
