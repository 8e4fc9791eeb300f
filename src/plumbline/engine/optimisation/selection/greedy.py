"""A first choice in a moment: the densest that still fit, so that there is something to make better."""

from __future__ import annotations

from plumbline.engine.optimisation.selection.rows import Rows

_PASSES = 3
"""Who needs another finds it taken in a later pass."""


def densest(rows: Rows) -> frozenset[int]:
    """Columns that keep all rows, by worth for what they take of all limits together; empty if that finds none."""
    at: list[list[tuple[int, int]]] = [[] for _ in rows.columns]
    for number, row in enumerate(rows.rows):
        for column, factor in row.terms:
            at[column].append((number, factor))
    most = [row.most for row in rows.rows]
    weights = [sum(factor / limit for number, factor in of if (limit := most[number]) and factor > 0) for of in at]
    order = sorted(range(len(rows.columns)), key=lambda each: -rows.worths[each] / (weights[each] + 1e-9))
    used = [0] * len(rows.rows)
    taken: set[int] = set()
    for _ in range(_PASSES):
        for column in order:
            if column in taken or rows.worths[column] <= 0:
                continue
            if all((limit := most[number]) is None or used[number] + factor <= limit for number, factor in at[column]):
                taken.add(column)
                for number, factor in at[column]:
                    used[number] += factor
    keeps_all = all(row.least is None or used[number] >= row.least for number, row in enumerate(rows.rows))
    return frozenset(taken) if keeps_all else frozenset()
